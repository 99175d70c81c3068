using System.Diagnostics;

namespace Numerai.Grains.Tests;

/// <summary>The program as a process.</summary>
internal static class NumeraiProgram
{
    /// <summary>Runs a command to its end. Tests that need PostgreSQL skip where its programs are missing.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "numerai.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(output[1].Contains("PostgreSQL's programs", StringComparison.Ordinal), output[1]);
        return (process.ExitCode, output[0], output[1]);
    }
}
