using MathNet.Numerics.LinearAlgebra;
using Numerai.Data.Features;
using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Rounds;

namespace Numerai.Simulations.Research;

/// <summary>
/// Other ways to build the meta model of a round, from the same submissions and from scores that were known when it closed:
/// equal weights; weights by mean CORR of the last 20 rounds (performance); the long-only portfolio of best Sharpe among the 40 best, its
/// covariance shrunk halfway to the diagonal (optimised); stakes capped at three times the mean (capped); half stakes, half equal (shrunk);
/// the stake-weighted one made neutral to all features (neutral).
/// </summary>
internal static class MetaModelVariants
{
    private const int PerformanceRounds = 20;
    private const int LeastKnown = 4;
    private const int OptimisedModels = 40;
    private const int OptimisedRounds = 40;
    private const double CapOverMean = 3;
    private const double Shrinkage = 0.5;

    public static IReadOnlyList<string> Names { get; } = ["equal", "performance", "optimised", "capped", "shrunk", "neutral"];

    /// <param name="known">Last round whose scores were known at the close.</param>
    public static double[]? Build(
        string name, RoundSubmissions round, ModelHistory history, int known, FeatureBlock features, int threads) => name switch
        {
            "equal" => Sum(round, Equal(round), threads),
            "performance" => Sum(round, OrEqual(round, Performance(round, history, known)), threads),
            "optimised" => Sum(round, OrEqual(round, Optimised(round, history, known)), threads),
            "capped" => Sum(round, Capped(round), threads),
            "shrunk" => Sum(round, Shrunk(round), threads),
            "neutral" => Neutral(round, features, threads),
            _ => throw new ArgumentException($"There is no meta model '{name}'.", nameof(name)),
        };

    /// <summary>The weighted mean of gaussianized ranks, as the tournament builds its meta model; null without any weight.</summary>
    public static double[]? Sum(RoundSubmissions round, double[] weights, int threads)
    {
        var total = weights.Sum();
        if (!(total > 0))
        {
            return null;
        }

        var sum = new double[round.Tables.Rows];
        WeightedRanks.Accumulate(round.Tables, round.Codes, weights, sum, threads);
        WeightedRanks.Complete(sum, total, sum);
        return sum;
    }

    private static double[] Equal(RoundSubmissions round) => [.. Enumerable.Repeat(1.0, round.Models.Length)];

    private static double[] OrEqual(RoundSubmissions round, double[] weights) => weights.Any(weight => weight > 0) ? weights : Equal(round);

    private static double[] Performance(RoundSubmissions round, ModelHistory history, int known) => Array.ConvertAll(round.Models, model =>
    {
        var scores = history.Known(model, known, PerformanceRounds);
        return scores.Length < LeastKnown ? 0 : Math.Max(0, scores.Average());
    });

    private static double[] Capped(RoundSubmissions round)
    {
        var staked = round.Stakes.Where(stake => stake > 0).ToArray();
        var cap = staked.Length == 0 ? 0 : CapOverMean * staked.Average();
        return Array.ConvertAll(round.Stakes, stake => Math.Min(stake, cap));
    }

    private static double[] Shrunk(RoundSubmissions round)
    {
        var total = round.Stakes.Sum();
        return Array.ConvertAll(
            round.Stakes, stake => (Shrinkage / round.Stakes.Length) + (total > 0 ? (1 - Shrinkage) * stake / total : 0));
    }

    private static double[] Optimised(RoundSubmissions round, ModelHistory history, int known)
    {
        var weights = new double[round.Models.Length];
        var first = known - OptimisedRounds + 1;
        var candidates = Enumerable.Range(0, weights.Length)
            .Select(place => (place, scores: history.Between(round.Models[place], Math.Max(1, first), known)))
            .Where(candidate => candidate.scores.Count(score => !double.IsNaN(score)) >= OptimisedRounds / 2)
            .Select(candidate => (candidate.place, candidate.scores, mean: candidate.scores.Where(score => !double.IsNaN(score)).Average()))
            .OrderByDescending(candidate => candidate.mean).ThenBy(candidate => candidate.place).Take(OptimisedModels).ToList();
        if (candidates.Count < 2)
        {
            return weights;
        }

        var centred = candidates.ConvertAll(
            candidate => Array.ConvertAll(candidate.scores, score => double.IsNaN(score) ? 0 : score - candidate.mean));
        var rounds = centred[0].Length;
        var covariance = Matrix<double>.Build.Dense(candidates.Count, candidates.Count, (i, j) =>
            (i == j ? 1 : 1 - Shrinkage) * Numerai.Scoring.Statistics.FixedLanes.Dot(
                centred[i], centred[j]) / rounds + (i == j ? 1e-6 : 0));
        var best = covariance.Cholesky().Solve(Vector<double>.Build.DenseOfEnumerable(candidates.Select(candidate => candidate.mean)));
        for (var place = 0; place < candidates.Count; place++)
        {
            weights[candidates[place].place] = Math.Max(0, best[place]);
        }

        return weights;
    }

    private static double[]? Neutral(RoundSubmissions round, FeatureBlock features, int threads)
    {
        if (round.MetaModel is null)
        {
            return null;
        }

        var neutral = (double[])round.MetaModel.Clone();
        OrthonormalBasis.Of(new ColumnMatrix(features.RowCount, features.ColumnCount, features.Bins), withConstant: true,
            threads).Neutralize(neutral);
        return neutral;
    }
}
