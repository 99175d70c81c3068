using System.Collections.Concurrent;
using Numerai.Client;
using Numerai.Contracts;
using Numerai.Data.Tables;
using Numerai.Learners;
using Numerai.Scoring.Ranking;

namespace Numerai.Cli.Demo;

/// <summary>
/// Where one participant downloads, trains and predicts. Nothing here is shared with the operator's side: the files come through the SDK.
/// </summary>
internal sealed class DemoWorkshop(string folder, string version)
{
    private readonly ConcurrentDictionary<string, IPredictor> _trained = new(StringComparer.Ordinal);

    /// <summary>Downloads the training data and trains every model that learns.</summary>
    public async Task TrainAsync(NumeraiClient client, IReadOnlyList<DemoModel> models, CancellationToken cancellation)
    {
        if (models.All(model => model.Learner() is null))
        {
            return;
        }

        var train = await DownloadAsync(client, "train.parquet", cancellation);
        var features = DemoFeatures.Of(train);
        var eras = DemoFeatures.Eras(train);
        foreach (var model in models)
        {
            cancellation.ThrowIfCancellationRequested();
            if (model.Learner() is { } learner)
            {
                _trained[model.Name] = model.Kind == DemoModelKind.Ensemble
                    ? TargetEnsemble.Train(learner, features, DemoFeatures.AllTargets(train), eras)
                    : learner.Train(features, DemoFeatures.Target(train, "target"), eras);
            }
        }
    }

    /// <summary>Downloads what was published for a round.</summary>
    public async Task<DemoLive> DownloadLiveAsync(NumeraiClient client, Round round, CancellationToken cancellation)
    {
        var live = await DownloadAsync(client, $"live_{round.Number}.parquet", cancellation);
        var benchmarks = await DownloadAsync(client, $"live_{round.Number}_benchmark_models.parquet", cancellation);
        var example = await DownloadAsync(client, $"live_{round.Number}_example_preds.parquet", cancellation);
        var ids = live.Values<string>("id");
        return new DemoLive(
            round.Number,
            ids,
            DemoFeatures.Of(live),
            DemoFeatures.Align(benchmarks, ids),
            DemoFeatures.Align(example, ids).Doubles("prediction"));
    }

    /// <summary>Ranks strictly between 0 and 1, one a live row.</summary>
    public double[] Predict(DemoModel model, DemoLive live) => model.Kind switch
    {
        DemoModelKind.BenchmarkFollower => Follow(model, live),
        DemoModelKind.Copycat => Blur(live.Example, 0.05, model.Seed, live.Round),
        _ => _trained[model.Name].PredictRanks(live.Features),
    };

    private static double[] Follow(DemoModel model, DemoLive live)
    {
        var sum = new double[live.Ids.Count];
        foreach (var column in live.Benchmarks.Columns.Where(column => column.Type is ColumnType.Float32 or ColumnType.Float64))
        {
            var values = live.Benchmarks.Doubles(column.Name);
            for (var row = 0; row < sum.Length; row++)
            {
                sum[row] += values[row];
            }
        }

        return Blur(sum, 0.01, model.Seed, live.Round);
    }

    /// <summary>Ranks of the values after a little noise, so that no two copies are the same.</summary>
    private static double[] Blur(double[] values, double noise, int seed, int round)
    {
        var random = new Random(unchecked((seed * 397) ^ round));
        var ranks = new double[values.Length];
        Ranks.TieKept(values, ranks);
        for (var row = 0; row < ranks.Length; row++)
        {
            ranks[row] += noise * random.NextDouble();
        }

        var blurred = new double[values.Length];
        Ranks.TieKept(ranks, blurred);
        return blurred;
    }

    private async Task<Table> DownloadAsync(NumeraiClient client, string name, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, name);
        await client.Datasets.DownloadDatasetAsync($"{version}/{name}", path, null, cancellation);
        return await ClientTables.ReadAsync(path, cancellation);
    }
}
