using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;
using Numerai.Cli.CommandLine;
using Numerai.Web.Faults;

namespace Numerai.Cli.Tests.Commands;

/// <summary>What a command came to.</summary>
internal sealed record CliResult(int ExitCode, string StandardOutput, string StandardError);

/// <summary>
/// Runs commands from their arguments to their exit code: in this process, since a process spends seconds on starting, or as a shell would.
/// </summary>
internal static class CliRun
{
    private static readonly RunTexts _texts = RunTexts.Take();

    private static string NoConfiguration => Path.Combine(Path.GetTempPath(), "no-such-numerai-configuration.json");

    public static string Executable { get; } = typeof(ExitCodes).Assembly.Location;

    public static async Task<CliResult> RunAsync(string? configuration, params string[] arguments)
    {
        // On a terminal commands draw for it, so there they get pipes of their own.
        if (!Console.IsOutputRedirected || !Console.IsErrorRedirected)
        {
            return await ProcessAsync(configuration, arguments);
        }

        var (exitCode, output, error) = await _texts.OfAsync(() =>
        {
            var lastResort = new LastResort("numerai", Console.Error, TimeProvider.System);
            string[] line = ["--config", configuration ?? NoConfiguration, .. arguments];
            return lastResort.RunAsync(() => NumeraiCommandLine.RunAsync(line, CommandCatalog.Make(), lastResort));
        });
        return new CliResult(exitCode, output, error);
    }

    /// <summary>Runs the built executable.</summary>
    public static async Task<CliResult> ProcessAsync(string? configuration, params string[] arguments)
    {
        var result = await Command(configuration, arguments).ExecuteBufferedAsync();
        return new CliResult(result.ExitCode, result.StandardOutput, result.StandardError);
    }

    public static Command Command(string? configuration, params string[] arguments) => CliWrap.Cli.Wrap("dotnet")
        .WithArguments([Executable, .. arguments])
        .WithEnvironmentVariables(new Dictionary<string, string?>
        {
            // Whatever the machine that runs the tests has configured plays no part.
            ["NUMERAI_CONFIG"] = configuration ?? NoConfiguration,
            ["NUMERAI_API_URL"] = null,
            ["NUMERAI_PUBLIC_ID"] = null,
            ["NUMERAI_SECRET_KEY"] = null,
        })
        .WithValidation(CommandResultValidation.None);

    /// <summary>The command's output; it must have ended well and said nothing on the error stream.</summary>
    public static async Task<string> OutputAsync(string? configuration, params string[] arguments)
    {
        var result = await RunAsync(configuration, arguments);
        Assert.True(result.ExitCode == 0, $"numerai {string.Join(' ', arguments)}: {result.StandardError}");
        Assert.Equal(string.Empty, result.StandardError);
        Assert.DoesNotContain('\u001b', result.StandardOutput);
        return result.StandardOutput;
    }

    public static async Task<JsonElement> JsonAsync(string? configuration, params string[] arguments) =>
        JsonDocument.Parse(await OutputAsync(configuration, [.. arguments, "--json"])).RootElement;

    /// <summary>The command must be refused with this exit code and an error line that starts with the code.</summary>
    public static async Task RefusedAsync(int exitCode, string code, string? configuration, params string[] arguments)
    {
        var result = await RunAsync(configuration, arguments);
        Assert.Equal((exitCode, string.Empty), (result.ExitCode, result.StandardOutput));
        Assert.Matches($"^{code}: .{{20,}}\\.\n", result.StandardError);
    }
}
