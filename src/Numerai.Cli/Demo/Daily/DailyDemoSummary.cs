using System.Globalization;
using Numerai.Contracts;
using Spectre.Console;

namespace Numerai.Cli.Demo.Daily;

/// <summary>Prints what a daily demonstration came to.</summary>
internal static class DailyDemoSummary
{
    private const int LeadersShown = 12;

    public static void Print(IAnsiConsole console, DailyDemoOutcome outcome)
    {
        PrintLeaderboard(console, outcome);
        PrintKinds(console, outcome);
        DemoBooks.Print(console, outcome.Settlements, outcome.Conservation);
        DemoAudit.Print(console, outcome.Audit);
    }

    private static void PrintLeaderboard(IAnsiConsole console, DailyDemoOutcome outcome)
    {
        var table = DemoBooks.Table("Leaderboard", ["rank", "model", "kind", "stake", .. outcome.Plan.Scores.Select(Title), "earned"]);
        foreach (var row in outcome.Leaderboard.Take(LeadersShown))
        {
            table.AddRow(
            [
                row.Rank.ToString(CultureInfo.InvariantCulture),
                row.ModelName,
                outcome.Models[row.ModelName].Kind.ToString(),
                DemoBooks.Round(row.Stake),
                .. outcome.Plan.Scores.Select(score => Score(row.Reputation.GetValueOrDefault(score, double.NaN))),
                DemoBooks.Round(row.Earned),
            ]);
        }

        console.Write(table);
        console.MarkupLine(
            $"  ... and {outcome.Leaderboard.Count - Math.Min(LeadersShown, outcome.Leaderboard.Count)} more models in the results.");
    }

    private static void PrintKinds(IAnsiConsole console, DailyDemoOutcome outcome)
    {
        var table = DemoBooks.Table(
            "By kind of signal",
            [
                "kind", "models", "churn", "turnover", "days at risk", .. outcome.Plan.Scores.Select(score => "mean " + Title(score)),
                "earned"]);
        var rows = outcome.Leaderboard.GroupBy(row => outcome.Models[row.ModelName].Kind).OrderBy(kind => kind.Key);
        foreach (var kind in rows)
        {
            table.AddRow([.. Kind(outcome, kind)]);
        }

        console.Write(table);
    }

    private static IEnumerable<string> Kind(DailyDemoOutcome outcome, IGrouping<SignalKind, LeaderboardRow> kind)
    {
        var moved = outcome.Submissions.Where(submitted => submitted.Model.Kind == kind.Key)
            .Select(submitted => submitted.Submission.Movement!).ToList();
        var compared = moved.Where(movement => movement.Compared > 0).ToList();
        yield return kind.Key.ToString();
        yield return kind.Count().ToString(CultureInfo.InvariantCulture);
        yield return Share(compared.Select(movement => movement.Churn));
        yield return Share(compared.Select(movement => movement.Turnover));
        yield return Share(moved.Select(movement => movement.WithinLimits ? 1.0 : 0));
        foreach (var score in outcome.Plan.Scores)
        {
            yield return Score(kind.Average(row => row.Reputation.GetValueOrDefault(score)));
        }

        yield return DemoBooks.Round(kind.Aggregate(Nmr.Zero, (sum, row) => sum + row.Earned));
    }

    private static string Title(string score) => score switch
    {
        "corr_v4" => "CORRv4",
        _ => score.ToUpperInvariant(),
    };

    private static string Score(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Share(IEnumerable<double> values) =>
        values.DefaultIfEmpty(double.NaN).Average().ToString("0.0%", CultureInfo.InvariantCulture);
}
