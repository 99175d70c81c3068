using Numerai.Scoring.Metrics;
using Numerai.Scoring.Statistics;

namespace Numerai.Cli.Demo;

/// <summary>
/// What the tournament is for: is the stake-weighted meta model better than equal weights, the best single model and the benchmark? Each
/// is scored with CORR against the final target.
/// </summary>
internal sealed class DemoComparison
{
    private readonly SortedDictionary<int, Submitted> _submitted = [];
    private readonly SortedDictionary<int, (double MetaModel, double EqualWeights, double Benchmark)> _scored = [];
    private readonly SortedDictionary<int, Dictionary<string, double>> _models = [];

    /// <summary>Remembers what went into a round.</summary>
    /// <param name="ids">Rows that predictions and benchmark are aligned to.</param>
    public void Submit(int round, IReadOnlyList<string> ids, IReadOnlyDictionary<string, double[]> predictions, double[] benchmark) =>
        _submitted[round] = new Submitted(ids, predictions, benchmark);

    /// <summary>Scores a round by its final target.</summary>
    /// <param name="target">Target by id; ids without one are left out.</param>
    /// <param name="metaModel">The server's meta model by id.</param>
    public void Score(int round, IReadOnlyDictionary<string, double> target, IReadOnlyDictionary<string, double> metaModel)
    {
        var submitted = _submitted[round];
        var rows = Enumerable.Range(0, submitted.Ids.Count).Where(row => target.ContainsKey(submitted.Ids[row])).ToArray();
        var targets = Array.ConvertAll(rows, row => target[submitted.Ids[row]]);
        _scored[round] = (
            Corr(Array.ConvertAll(rows, row => metaModel[submitted.Ids[row]]), targets),
            Corr(Pick(EqualWeights(submitted), rows), targets),
            Corr(Pick(submitted.Benchmark, rows), targets));
        _models[round] = submitted.Predictions.ToDictionary(
            model => model.Key, model => Corr(Pick(model.Value, rows), targets), StringComparer.Ordinal);
        _submitted.Remove(round);
    }

    /// <summary>The model with the best mean CORR, and every scored round.</summary>
    public (string BestModel, IReadOnlyList<DemoEra> Eras) Result()
    {
        var best = _models.Values.SelectMany(round => round).GroupBy(model => model.Key, model => model.Value, StringComparer.Ordinal)
            .OrderByDescending(model => model.Average()).ThenBy(model => model.Key, StringComparer.Ordinal).First().Key;
        return (
            best,
            [
                .. _scored.Select(
                    era =>
                        new DemoEra(era.Key, era.Value.MetaModel, era.Value.EqualWeights, _models[era.Key][best], era.Value.Benchmark))]);
    }

    private static double[] EqualWeights(Submitted submitted)
    {
        var sum = new double[submitted.Ids.Count];
        foreach (var ranks in submitted.Predictions.OrderBy(model => model.Key, StringComparer.Ordinal).Select(model => model.Value))
        {
            for (var row = 0; row < sum.Length; row++)
            {
                sum[row] += NormalQuantile.Of(ranks[row]);
            }
        }

        return sum;
    }

    private static double[] Pick(double[] values, int[] rows) => Array.ConvertAll(rows, row => values[row]);

    private static double Corr(double[] predictions, double[] targets)
    {
        var centered = new double[targets.Length];
        Moments.Center(targets, centered);
        return PublishedScore.Round(NumeraiCorr.Score(predictions, centered));
    }

    private sealed record Submitted(IReadOnlyList<string> Ids, IReadOnlyDictionary<string, double[]> Predictions, double[] Benchmark);
}
