using Numerai.Cli.CommandLine;
using Numerai.Data;
using Numerai.Web.Faults;

namespace Numerai.Cli.Tests.Commands;

/// <summary>A fault that no command expects ends in a code, a sentence and a report, not in an abort.</summary>
public sealed class UnexpectedFaultTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("numerai-fault-").FullName;
    private readonly StringWriter _error = new();

    [Fact]
    public async Task A_command_that_throws_ends_with_its_own_exit_code_and_a_report_without_arguments()
    {
        var lastResort = new LastResort("numerai", _error, TimeProvider.System) { Folder = _folder };

        var exitCode = await lastResort.RunAsync(() => NumeraiCommandLine.RunAsync(
            ["broken", "--secret-key", "hunter2"], [new BrokenCommand(() => new ArithmeticException("Out of bounds."))], lastResort));

        Assert.Equal(ExitCodes.Unexpected, exitCode);
        Assert.StartsWith("unexpected_error: ", _error.ToString(), StringComparison.Ordinal);
        var report = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(_folder)), TestContext.Current.CancellationToken);
        Assert.Contains("doing    numerai broken", report, StringComparison.Ordinal);
        Assert.Contains(nameof(BrokenCommand), report, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_out_of_work_done_side_by_side_stays_a_refusal()
    {
        var lastResort = new LastResort("numerai", _error, TimeProvider.System) { Folder = _folder };
        var refused = new AggregateException(new AggregateException(new DataFormatException("panel_too_short", "The panel is too short.")));

        var exitCode = await lastResort.RunAsync(
            () => NumeraiCommandLine.RunAsync(["broken"], [new BrokenCommand(() => refused)], lastResort));

        Assert.Equal(ExitCodes.Refused, exitCode);
        Assert.Empty(_error.ToString());
        Assert.Empty(Directory.GetFiles(_folder));
    }

    /// <summary>A file that only the program itself writes is not checked member by member, so one that was spoiled surprises it.</summary>
    [Fact]
    public async Task The_shipped_program_says_it_too()
    {
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "cluster.json"), """{"secret": "x", "silos": null}""", TestContext.Current.CancellationToken);

        var result = await CliRun.ProcessAsync(null, "cluster", "status", "--folder", _folder);

        Assert.Equal((70, string.Empty), (result.ExitCode, result.StandardOutput));
        Assert.Matches(@"^unexpected_error: .+; the report \S+ says where; .+\.\r?\n$", result.StandardError);
        var report = result.StandardError.Split("the report ")[1].Split(" says")[0];
        Assert.Contains(
            "doing    numerai cluster status",
            await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        File.Delete(report);
    }

    public void Dispose()
    {
        _error.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class BrokenCommand(Func<Exception> fault) : CliCommand("broken", "Always throws.")
    {
        protected override Task<int> RunAsync(CommandContext context) => throw fault();
    }
}
