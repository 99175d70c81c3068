using Numerai.Simulations.Economy;
using Numerai.Simulations.Hosting;
using Numerai.Simulations.Results;
using Numerai.Simulations.Scenarios;

namespace Numerai.Simulations.Running;

/// <summary>Runs a scenario, with its counterfactual when it asks for one, and writes what came of it.</summary>
public static class ScenarioRunner
{
    /// <param name="scenario">What to run.</param>
    /// <param name="folder">Where result and checkpoints go.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="progress">Makes a progress display for a run of the given name; null for none.</param>
    /// <param name="cancellation">Ends the run; the next one goes on from the latest checkpoint.</param>
    /// <param name="hosts">Where the actors run; null for this process.</param>
    /// <returns>The summary, and how it differs from what the scenario expects.</returns>
    public static async Task<(SimulationSummary Summary, IReadOnlyList<string> Differences)> RunAsync(
        Scenario scenario,
        string folder,
        int threads,
        Func<string, IProgress<SimulationProgress>>? progress,
        CancellationToken cancellation,
        IActorHosts? hosts = null)
    {
        var result = await PlayAsync(scenario, folder, scenario.Name);
        var alone = scenario.Counterfactual
            ? await PlayAsync(
                CounterfactualStudy.WithoutAttack(scenario), Path.Combine(folder, "without-attack"), scenario.Name + " without attack")
            : null;
        var summary = SummaryBuilder.Build(result, alone);
        await ResultFiles.WriteAsync(folder, result, summary, cancellation);
        Checkpoint.Remove(folder);
        if (alone is not null)
        {
            Directory.Delete(Path.Combine(folder, "without-attack"), recursive: true);
        }

        return (summary, ExpectedResult.Compare(scenario.Expected, summary));

        Task<SimulationResult> PlayAsync(Scenario played, string own, string name)
        {
            Directory.CreateDirectory(own);
            var options = new SimulationOptions
            {
                Threads = threads,
                CheckpointFolder = own,
                Progress = progress?.Invoke(name),
                Hosts = hosts ?? new LocalActorHosts(),
            };
            return new SimulationRun(played, options).RunAsync(null, cancellation);
        }
    }
}
