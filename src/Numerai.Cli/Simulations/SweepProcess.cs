using System.Diagnostics;
using Numerai.Simulations;
using Numerai.Simulations.Results;

namespace Numerai.Cli.Simulations;

/// <summary>Plays one point of a sweep in a process of its own, so that points share no memory and none holds up another.</summary>
internal static class SweepProcess
{
    private const string ScenarioFile = "scenario.json";

    /// <returns>The summary; without playing when the folder holds one of the same scenario.</returns>
    /// <exception cref="SimulationException"><c>sweep_point_failed</c>.</exception>
    public static async Task<SimulationSummary> RunAsync(string folder, string scenario, string? market, CancellationToken cancellation)
    {
        var file = Path.Combine(folder, ScenarioFile);
        var done = File.Exists(Path.Combine(folder, ResultFiles.Json)) && File.Exists(file) && await File.ReadAllTextAsync(file, cancellation) == scenario;
        if (!done)
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(file, scenario, cancellation);
            await PlayAsync(folder, file, market, cancellation);
        }

        return SummaryJson.Read(folder);
    }

    private static async Task PlayAsync(string folder, string file, string? market, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(SweepProcess).Assembly.Location);
        }

        string[] arguments = ["simulate", file, "--out", folder, "--threads", "1", .. market is null ? [] : new[] { "--prices", market }];
        Array.ForEach(arguments, start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        await using var stop = cancellation.Register(() => process.Kill(entireProcessTree: true));
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        if (process.ExitCode != 0)
        {
            throw new SimulationException("sweep_point_failed", $"The point in {folder} ended with code {process.ExitCode}: {(await errors).TrimEnd()}");
        }
    }
}
