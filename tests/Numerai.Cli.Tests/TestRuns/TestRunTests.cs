using Numerai.Cli.Tests.Readme;

namespace Numerai.Cli.Tests.TestRuns;

/// <summary>What `./numerai test` makes of programs that pass, fail, crash or hang; a `dotnet` plays them.</summary>
public sealed class TestRunTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("numerai-testrun-").FullName;
    private readonly Shell _shell;

    public TestRunTests()
    {
        _shell = new Shell(_folder, new Uri("http://127.0.0.1:9"));
        foreach (var file in new[] { "numerai", "global.json", "tests/run" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(In(file))!);
            File.Copy(Path.Combine(ReadmeCommands.Root, file), In(file));
        }
    }

    [Fact]
    public async Task Each_program_has_a_line_when_it_ends_and_the_last_line_sums_up()
    {
        Pretend("Alpha", "say 'A.B' FINISHED; sum 5 0 1 1");
        Pretend("Beta", "sum 7 0 0 0");

        var (exitCode, text) = await RunAsync();

        Assert.Equal(0, exitCode);
        Assert.Matches(@"Building \.\.\.\nBuilt in \d+ s\.\n", text);
        Assert.Matches(@"\[\d of 2\] Alpha +3 passed, 0 failed, 1 skipped +\d+ s\n", text);
        Assert.Matches(@"\[\d of 2\] Beta +7 passed, 0 failed, 0 skipped +\d+ s\n", text);
        Assert.EndsWith("\n10 passed, 0 failed, 1 skipped\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fails_is_shown_and_what_crashes_or_hangs_is_a_failure_and_ends_with_all_it_has_started()
    {
        Pretend("Failing", "say 'A.B' FAIL; echo '      Expected: 1'; say 'A.B' FINISHED; say 'A.C' STARTING; sum 5 1 0 0; exit 1");
        Pretend("Crashing", "echo 'Out of luck.'; kill -ABRT $$");
        Pretend("Hanging", $"echo $$ >'{In("hanging")}'; sleep 600");
        Pretend("Empty", "sum 0 0 0 0");

        var (exitCode, text) = await RunAsync("--timeout 2s");

        Assert.Equal(2, exitCode);
        Assert.Contains("    A.B [FAIL]\n      Expected: 1\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("A.C", text, StringComparison.Ordinal);
        Assert.Matches(@"Failing +4 passed, 1 failed, 0 skipped", text);
        Assert.Matches(@"Crashing +0 passed, 1 failed, 0 skipped +\d+ s, ended with status 134 and without a result\n", text);
        Assert.Matches(@"Hanging +0 passed, 1 failed, 0 skipped +\d+ s, ended because it took longer than 2 s\n", text);
        Assert.Matches(@"Empty +0 passed, 1 failed, 0 skipped +\d+ s, has no tests\n", text);
        Assert.Contains("Out of luck.", text, StringComparison.Ordinal);
        Assert.EndsWith("\n4 passed, 4 failed, 0 skipped\n", text, StringComparison.Ordinal);
        var hanging = (await File.ReadAllTextAsync(In("hanging"), TestContext.Current.CancellationToken)).Trim();
        Assert.NotEqual(0, (await _shell.RunAsync($"ps -o stat= -p {hanging} | grep -v ^Z")).ExitCode);
    }

    [Fact]
    public async Task A_build_that_fails_shows_the_compilers_words_and_runs_no_tests()
    {
        Pretend("Alpha", "sum 5 0 0 0");

        var (exitCode, text) = await RunAsync(build: "error CS1002: ; expected");

        Assert.Equal(3, exitCode);
        Assert.Contains("error CS1002: ; expected\nnumerai: the build failed", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Alpha", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-- --filter-class '*Name' 'B*'", "-explicit off -class *Name -class B*")]
    [InlineData("--all --filter-not-method X", "-explicit on -method- X")]
    [InlineData("--filter-query /a/b --explicit only", "-explicit only -filter /a/b")]
    public async Task Filters_reach_every_program_in_its_own_words(string options, string expected)
    {
        Pretend("Alpha", $"echo \"$*\" >'{In("arguments")}'; sum 1 0 0 0");
        Pretend("Beta", "sum 0 0 0 0");

        var (exitCode, text) = await RunAsync(options);

        Assert.Equal(0, exitCode);
        Assert.EndsWith("\n1 passed, 0 failed, 0 skipped\n", text, StringComparison.Ordinal);
        var given = await File.ReadAllTextAsync(In("arguments"), TestContext.Current.CancellationToken);
        Assert.EndsWith($" {expected}\n", given, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_that_nothing_matches_is_a_failure()
    {
        Pretend("Alpha", "sum 0 0 0 0");

        var (exitCode, text) = await RunAsync("--filter-class Nobody");

        Assert.Equal(2, exitCode);
        Assert.Contains("No test matches the filter.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--bogus", "there is no option --bogus")]
    [InlineData("--timeout soon", "--timeout is 'soon'")]
    [InlineData("--filter-class", "--filter-class needs a value")]
    public async Task A_wrong_command_line_is_refused_before_anything_is_built(string options, string sentence)
    {
        var (exitCode, text) = await RunAsync(options);

        Assert.Equal(3, exitCode);
        Assert.Contains($"numerai: {sentence}", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("Building", text);
    }

    public void Dispose()
    {
        _shell.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string In(string path) => Path.Combine(_folder, path);

    /// <summary>A test program: what it does, in bash.</summary>
    private void Pretend(string name, string does)
    {
        Directory.CreateDirectory(In($"tests/Numerai.{name}.Tests"));
        File.WriteAllText(In($"tests/Numerai.{name}.Tests/does"), $"name={name}\n{does}\n");
    }

    /// <summary>Runs the script with a `dotnet` that is each program as pretended; its build fails when it has something to say.</summary>
    private Task<(int ExitCode, string Text)> RunAsync(string options = "", string build = "")
    {
        Directory.CreateDirectory(In("bin"));
        File.WriteAllText(In("bin/dotnet"), """
            #!/usr/bin/env bash
            say() { echo "    $1 [$2]$([ "$2" = FINISHED ] && echo ' Time: 0.1s')"; }
            sum() { echo "   Numerai.$name.Tests  Total: $1, Errors: 0, Failed: $2, Skipped: $3, Not Run: $4, Time: 0.1s"; }
            case $1 in
              --version) ;;
              build) [ -z "$build" ] || { echo "$build"; exit 1; } ;;
              *) . "${1%/bin/*}/does" ;;
            esac

            """);
        return _shell.RunAsync($"chmod +x bin/dotnet; PATH='{In("bin")}':\"$PATH\" build='{build}' ./numerai test {options}");
    }
}
