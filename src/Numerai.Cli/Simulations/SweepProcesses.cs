using System.Diagnostics;
using Numerai.Cli.CommandLine;
using Numerai.Simulations;

namespace Numerai.Cli.Simulations;

/// <summary>Plays each point of a sweep in a process of its own, so that points share no memory and none holds up another.</summary>
/// <param name="market">Folder that the scenario's market is read from; null for none.</param>
internal sealed class SweepProcesses(string? market) : ISweepPlayer
{
    public async Task PlayAsync(string folder, string scenario, Action<double> progress, CancellationToken cancellation)
    {
        var start = ThisProgram.Start(
        [
            "simulate", Path.Combine(folder, SweepFolder.ScenarioFile), "--out", folder, "--threads", "1", .. market is null
                ? []
                : new[] { "--prices", market },
        ]);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        using var process = Process.Start(start)!;
        await using var stop = cancellation.Register(() => process.Kill(entireProcessTree: true));
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        if (process.ExitCode != 0)
        {
            throw new SimulationException(
                "sweep_point_failed", $"The point in {folder} ended with code {process.ExitCode}: {(await errors).TrimEnd()}");
        }
    }
}
