using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;

namespace Numerai.Cli.Tests.Commands;

/// <summary>Runs the built executable, as a shell would.</summary>
internal static class CliRun
{
    public static string Executable { get; } = typeof(Cli.CommandLine.ExitCodes).Assembly.Location;

    public static async Task<BufferedCommandResult> RunAsync(string? configuration, params string[] arguments) =>
        await Command(configuration, arguments).ExecuteBufferedAsync();

    public static Command Command(string? configuration, params string[] arguments) => CliWrap.Cli.Wrap("dotnet")
        .WithArguments([Executable, .. arguments])
        .WithEnvironmentVariables(new Dictionary<string, string?>
        {
            // Whatever the machine that runs the tests has configured plays no part.
            ["NUMERAI_CONFIG"] = configuration ?? Path.Combine(Path.GetTempPath(), "no-such-numerai-configuration.json"),
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
