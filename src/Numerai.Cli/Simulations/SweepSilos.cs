using System.Text.Json;
using System.Text.Json.Nodes;
using Numerai.Client;
using Numerai.Simulations;
using Numerai.Simulations.Results;
using Numerai.Simulations.Scenarios;

namespace Numerai.Cli.Simulations;

/// <summary>
/// Has the points of a sweep played as grains of a cluster's silos, and fetches their files. A point whose silo dies comes up on another
/// one; a sweep that was broken off finds what the cluster has played meanwhile.
/// </summary>
/// <param name="client">The cluster, with the operator's key.</param>
/// <param name="market">Folder on the silos that the scenario's market is read from; null for none.</param>
/// <param name="time">What waits go by.</param>
internal sealed class SweepSilos(NumeraiClient client, string? market, TimeProvider time) : ISweepPlayer
{
    private static readonly TimeSpan _between = TimeSpan.FromSeconds(1);

    public async Task PlayAsync(string folder, string scenario, Action<double> progress, CancellationToken cancellation)
    {
        var point = await client.Simulations.StartAsync(WithMarket(scenario), cancellation);
        while (!point.Done)
        {
            if (point.Failed)
            {
                throw new SimulationException(
                    "sweep_point_failed", $"The point in {folder} failed on silo {point.Silo}: {point.Code}: {point.Sentence}");
            }

            progress(point.Share);
            await Task.Delay(_between, time, cancellation);
            point = await client.Simulations.GetAsync(point.Id, cancellation);
        }

        // The summary last: it says that the point is done.
        foreach (var name in ResultFiles.Names.OrderBy(name => name == ResultFiles.Json))
        {
            await File.WriteAllBytesAsync(
                Path.Combine(folder, name), await client.Simulations.FileAsync(point.Id, name, cancellation), cancellation);
        }
    }

    private string WithMarket(string scenario)
    {
        if (market is null)
        {
            return scenario;
        }

        var whole = JsonNode.Parse(
            scenario, null, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!;
        whole["market"]!["folder"] = market;
        return whole.ToJsonString(ScenarioJson.Options);
    }
}
