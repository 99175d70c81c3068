using Numerai.Simulations.Results;

namespace Numerai.Cli.Simulations;

/// <summary>The folder of one point: a result whose scenario is the same is not played again, wherever it was played.</summary>
internal static class SweepFolder
{
    public const string ScenarioFile = "scenario.json";

    public static async Task<SimulationSummary> PlayAsync(
        ISweepPlayer player, string folder, string scenario, Action<double> progress, CancellationToken cancellation)
    {
        var file = Path.Combine(folder, ScenarioFile);
        var same = File.Exists(file) && await File.ReadAllTextAsync(file, cancellation) == scenario;
        if (!same || !File.Exists(Path.Combine(folder, ResultFiles.Json)))
        {
            Directory.CreateDirectory(folder);
            if (!same)
            {
                // A result of another scenario must not be taken for this one's when the run breaks off.
                File.Delete(Path.Combine(folder, ResultFiles.Json));
                await File.WriteAllTextAsync(file, scenario, cancellation);
            }

            await player.PlayAsync(folder, scenario, progress, cancellation);
        }

        progress(1);
        return SummaryJson.Read(folder);
    }
}
