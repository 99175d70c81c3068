using System.Globalization;
using Numerai.Contracts;
using Spectre.Console;

namespace Numerai.Cli.Demo;

/// <summary>Prints what a demonstration came to.</summary>
internal static class DemoSummary
{
    private const int LeadersShown = 12;

    public static void Print(IAnsiConsole console, DemoOutcome outcome)
    {
        PrintLeaderboard(console, outcome);
        PrintKinds(console, outcome);
        PrintEras(console, outcome);
        DemoBooks.Print(console, outcome.Settlements, outcome.Conservation);
        DemoAudit.Print(console, outcome.Audit);
    }

    private static void PrintLeaderboard(IAnsiConsole console, DemoOutcome outcome)
    {
        var table = DemoBooks.Table("Leaderboard", ["rank", "model", "kind", "stake", "CORR", "MMC", "FNC", "earned"]);
        foreach (var row in outcome.Leaderboard.Take(LeadersShown))
        {
            table.AddRow(
                Text(row.Rank.ToString(CultureInfo.InvariantCulture)),
                Text(row.ModelName),
                Text(outcome.Kinds[row.ModelName].ToString()),
                Number(DemoBooks.Round(row.Stake)),
                Number(Score(row.Reputation, "corr")),
                Number(Score(row.Reputation, "mmc")),
                Number(Score(row.Reputation, "fnc")),
                Number(DemoBooks.Round(row.Earned)));
        }

        console.Write(table);
        console.MarkupLine(
            $"  ... and {outcome.Leaderboard.Count - Math.Min(LeadersShown, outcome.Leaderboard.Count)} more models in the results.");
    }

    private static void PrintKinds(IAnsiConsole console, DemoOutcome outcome)
    {
        var table = DemoBooks.Table("By kind of model", ["kind", "models", "mean CORR", "mean MMC", "earned"]);
        foreach (var kind in outcome.Leaderboard.GroupBy(row => outcome.Kinds[row.ModelName]).OrderByDescending(Corr))
        {
            table.AddRow(
                Text(kind.Key.ToString()),
                Number(kind.Count().ToString(CultureInfo.InvariantCulture)),
                Number(Format(Corr(kind))),
                Number(Format(kind.Average(row => row.Reputation.GetValueOrDefault("mmc")))),
                Number(DemoBooks.Round(kind.Aggregate(Nmr.Zero, (sum, row) => sum + row.Earned))));
        }

        console.Write(table);

        static double Corr(IGrouping<DemoModelKind, LeaderboardRow> kind) =>
            kind.Average(row => row.Reputation.GetValueOrDefault("corr"));
    }

    private static void PrintEras(IAnsiConsole console, DemoOutcome outcome)
    {
        var table = DemoBooks.Table(
            "CORR of combined predictions, one era a round",
            ["era", "meta model", "equal weights", $"best ({outcome.BestModel})", "benchmark"]);
        foreach (var era in outcome.Eras)
        {
            Add(era.Round.ToString(CultureInfo.InvariantCulture), era.MetaModel, era.EqualWeights, era.BestModel, era.Benchmark);
        }

        table.AddEmptyRow();
        Add("mean", Over(values => values.Average()));
        Add("std", Over(Deviation));
        Add("Sharpe", Over(values => values.Average() / Deviation(values)));
        console.Write(table);

        void Add(string name, params double[] values) => table.AddRow([Text(name), .. values.Select(value => Number(Format(value)))]);

        double[] Over(Func<double[], double> statistic) =>
        [
            statistic([.. outcome.Eras.Select(era => era.MetaModel)]),
            statistic([.. outcome.Eras.Select(era => era.EqualWeights)]),
            statistic([.. outcome.Eras.Select(era => era.BestModel)]),
            statistic([.. outcome.Eras.Select(era => era.Benchmark)]),
        ];
    }

    private static Text Text(string text) => new(text);

    private static Text Number(string text) => new(text);

    private static string Score(IReadOnlyDictionary<string, double> scores, string name) =>
        Format(scores.GetValueOrDefault(name, double.NaN));

    private static string Format(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }
}
