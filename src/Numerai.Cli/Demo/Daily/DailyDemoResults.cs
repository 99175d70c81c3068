using Numerai.Data.Tables;

namespace Numerai.Cli.Demo.Daily;

/// <summary>Leaves the results behind as files, each as Parquet and as CSV.</summary>
internal static class DailyDemoResults
{
    public static async Task WriteAsync(string folder, DailyDemoOutcome outcome)
    {
        Directory.CreateDirectory(folder);
        await DemoResults.SaveAsync(folder, "scores", DemoResults.Scores(outcome.Scores));
        await DemoResults.SaveAsync(folder, "payouts", DemoResults.Payouts(
            outcome.Settlements, outcome.Leaderboard.ToDictionary(row => row.Model, row => row.ModelName)));
        await DemoResults.SaveAsync(folder, "movement", Movement(outcome));
    }

    private static Table Movement(DailyDemoOutcome outcome)
    {
        var rows = outcome.Submissions.OrderBy(submitted => submitted.Model.Name, StringComparer.Ordinal)
            .ThenBy(submitted => submitted.Submission.Received).ToList();
        return new Table(
        [
            new TableColumn<string>("model", [.. rows.Select(row => row.Model.Name)]),
            new TableColumn<string>("kind", [.. rows.Select(row => row.Model.Kind.ToString())]),
            new TableColumn<string>("round", [.. rows.Select(row => row.Submission.Round!.Value.ToString())]),
            new TableColumn<double>("churn", [.. rows.Select(row => row.Submission.Movement!.Churn)]),
            new TableColumn<double>("turnover", [.. rows.Select(row => row.Submission.Movement!.Turnover)]),
            new TableColumn<bool>("at_risk", [.. rows.Select(row => row.Submission.Movement!.WithinLimits)]),
        ]);
    }
}
