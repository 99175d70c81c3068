using Numerai.Contracts;
using Numerai.Data.Csv;
using Numerai.Data.Tables;

namespace Numerai.Cli.Demo;

/// <summary>Leaves the results behind as files, each as Parquet and as CSV.</summary>
internal static class DemoResults
{
    public static async Task WriteAsync(string folder, DemoOutcome outcome)
    {
        Directory.CreateDirectory(folder);
        await SaveAsync(folder, "scores", Scores(outcome.Scores));
        await SaveAsync(
            folder, "payouts", Payouts(outcome.Settlements, outcome.Leaderboard.ToDictionary(row => row.Model, row => row.ModelName)));
        await SaveAsync(folder, "leaderboard", Leaderboard(outcome));
        await SaveAsync(folder, "meta_model_by_era", Eras(outcome));
    }

    public static async Task SaveAsync(string folder, string name, Table table)
    {
        await ClientTables.ToParquet(table).WriteAsync(Path.Combine(folder, name + ".parquet"));
        CsvTable.Write(Path.Combine(folder, name + ".csv"), table);
    }

    public static Table Scores(IReadOnlyList<Score> scores) => new(
    [
        Text("round", scores, score => score.Round.ToString()),
        Whole("day", scores, score => score.Day),
        Text("model", scores, score => score.ModelName),
        Text("score", scores, score => score.Name),
        Number("value", scores, score => score.Value ?? double.NaN),
        Number("percentile", scores, score => score.Percentile ?? double.NaN),
    ]);

    /// <param name="names">Model id to name.</param>
    public static Table Payouts(IReadOnlyList<Settlement> settlements, IReadOnlyDictionary<ModelId, string> names)
    {
        var rows = settlements.SelectMany(settlement => settlement.Entries).ToList();
        return new Table(
        [
            Text("round", rows, entry => entry.Round.ToString()),
            Text("model", rows, entry => names.GetValueOrDefault(entry.Model, entry.Model.ToString())),
            Text("at_risk_nmr", rows, entry => entry.AtRisk.ToString()),
            Text("multiplier", rows, entry => entry.Multiplier.ToString("F12")),
            Text("payout_nmr", rows, entry => entry.Payout.ToString()),
            Text("burn_nmr", rows, entry => entry.Burn.ToString()),
        ]);
    }

    private static Table Leaderboard(DemoOutcome outcome) => new(
    [
        Whole("rank", outcome.Leaderboard, row => row.Rank),
        Text("model", outcome.Leaderboard, row => row.ModelName),
        Text("username", outcome.Leaderboard, row => row.Username),
        Text("kind", outcome.Leaderboard, row => outcome.Kinds[row.ModelName].ToString()),
        Text("stake_nmr", outcome.Leaderboard, row => row.Stake.ToString()),
        Number("corr", outcome.Leaderboard, row => row.Reputation.GetValueOrDefault("corr", double.NaN)),
        Number("mmc", outcome.Leaderboard, row => row.Reputation.GetValueOrDefault("mmc", double.NaN)),
        Text("earned_nmr", outcome.Leaderboard, row => row.Earned.ToString()),
    ]);

    private static Table Eras(DemoOutcome outcome) => new(
    [
        Whole("round", outcome.Eras, era => era.Round),
        Number("meta_model", outcome.Eras, era => era.MetaModel),
        Number("equal_weights", outcome.Eras, era => era.EqualWeights),
        Number("best_model", outcome.Eras, era => era.BestModel),
        Number("benchmark", outcome.Eras, era => era.Benchmark),
    ]);

    private static TableColumn<string> Text<T>(string name, IReadOnlyList<T> rows, Func<T, string> value) =>
        new(name, [.. rows.Select(value)]);

    private static TableColumn<int> Whole<T>(string name, IReadOnlyList<T> rows, Func<T, int> value) => new(name, [.. rows.Select(value)]);

    private static TableColumn<double> Number<T>(string name, IReadOnlyList<T> rows, Func<T, double> value) =>
        new(name, [.. rows.Select(value)]);
}
