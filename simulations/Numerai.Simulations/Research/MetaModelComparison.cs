using Numerai.Scoring.Diagnostics;
using Numerai.Simulations.Results;
using Numerai.Simulations.Scenarios;

namespace Numerai.Simulations.Research;

/// <summary>Compares the stake-weighted meta model with its variants, the benchmark and the best single model.</summary>
internal static class MetaModelComparison
{
    public const string StakeWeighted = "stake-weighted";
    public const string Benchmark = "benchmark";

    public static MetaModelStudy Of(SimulationResult result, EraBootstrap bootstrap)
    {
        var staked = Series(result, round => round.MetaModel);
        var (best, bestSeries) = BestModel(result);
        var rows = new List<CombinationRow> { Row(StakeWeighted, staked, staked, bootstrap) };
        foreach (var name in result.Scenario.Research.Variants)
        {
            rows.Add(Row(name, Series(result, round => round.Variants[name]), staked, bootstrap));
        }

        var overlap = TournamentPlay.Of(result.Scenario.Tournament).OverlappingEras;
        var trials = rows.ToList();
        rows.Add(Row(Benchmark, Series(result, round => round.Benchmark), staked, bootstrap));
        rows.Add(Row("best-model", bestSeries, staked, bootstrap));
        var chosen = trials.OrderByDescending(row => double.IsNaN(row.Sharpe.Value) ? double.NegativeInfinity : row.Sharpe.Value).First();
        return new MetaModelStudy(
            best,
            rows,
            chosen.Name,
            BacktestOverfitting.DeflatedSharpe(chosen.Eras, [.. trials.Select(row => row.Sharpe.Value)], overlap),
            BacktestOverfitting.Probability([.. trials.Select(row => row.Eras)]));
    }

    private static double[] Series(SimulationResult result, Func<RoundRow, double> value) => [.. result.Rounds.Select(value)];

    private static CombinationRow Row(string name, double[] series, double[] staked, EraBootstrap bootstrap)
    {
        var summary = EraSummary.Of(series);
        var difference = series.Zip(staked, (own, other) => own - other).ToArray();
        return new CombinationRow(
            name,
            bootstrap.Of(series, SeriesStatistics.Mean),
            summary.Deviation,
            bootstrap.Of(series, SeriesStatistics.Sharpe),
            summary.MaximumDrawdown,
            summary.SharePositive,
            name == StakeWeighted ? Interval.None : bootstrap.Of(difference, SeriesStatistics.Mean),
            series);
    }

    /// <summary>Of the models that submitted on time in at least half of the rounds, the one with the best mean.</summary>
    private static (string Name, double[] Series) BestModel(SimulationResult result)
    {
        var place = result.Rounds.Select((round, index) => (round.Round, index)).ToDictionary(pair => pair.Round, pair => pair.index);
        var candidates = result.ModelRounds.Where(row => !row.Late && !double.IsNaN(row.Skill)).GroupBy(row => row.Model)
            .Where(model => model.Count() * 2 >= result.Rounds.Count)
            .Select(model => (model.Key, Mean: model.Average(row => row.Skill), Rows: model.ToList()))
            .OrderByDescending(model => model.Mean).ThenBy(model => model.Key).ToList();
        var series = new double[result.Rounds.Count];
        Array.Fill(series, double.NaN);
        if (candidates.Count == 0)
        {
            return (string.Empty, series);
        }

        foreach (var row in candidates[0].Rows)
        {
            series[place[row.Round]] = row.Skill;
        }

        return (result.Models[candidates[0].Key].Name, series);
    }
}
