using Numerai.Client.Datasets;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;
using Numerai.Simulations.Reports;
using Numerai.Simulations.Results;
using Numerai.Simulations.Running;

namespace Numerai.Simulations.Tests;

public sealed class ReportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("simulation-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_run_with_a_counterfactual_leaves_json_parquet_and_one_page_that_needs_nothing_else()
    {
        var scenario = SmallScenario.Make(12) with { Counterfactual = true };
        var (summary, differences) = await ScenarioRunner.RunAsync(scenario, _folder, 2, null, TestContext.Current.CancellationToken);
        Assert.Empty(differences);
        Assert.NotNull(summary.Counterfactual);
        Assert.Equal(
            ["accounts.parquet", "report.html", "result.json", "rounds.parquet", "scores.parquet", "timing.json"],
            Directory.EnumerateFileSystemEntries(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));

        var read = SummaryJson.Read(_folder);
        Assert.Equal(summary.Hash, read.Hash);
        Assert.Equal(HtmlReport.Write(summary), HtmlReport.Write(read));
        foreach (var name in new[] { "rounds.parquet", "scores.parquet", "accounts.parquet" })
        {
            await ReadByBothAsync(Path.Combine(_folder, name));
        }

        var rounds = ParquetFile.Read(Path.Combine(_folder, "rounds.parquet"));
        Assert.Equal(summary.Rounds.Select(round => round.Era), rounds.Values<int>("era"));
        Assert.Equal(summary.Rounds.Select(round => round.MerkleRoot), rounds.Values<string>("merkle_root"));
        Assert.Equal(summary.Rounds.Select(round => round.Turnover), rounds.Values<double>("turnover"));

        var page = File.ReadAllText(Path.Combine(_folder, "report.html"));
        foreach (var part in new[] { "Meta model", "People", "Attack", "Economy", "Portfolio", "<svg", summary.Hash })
        {
            Assert.Contains(part, page, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
    }

    /// <summary>What the SDK's library wrote, the platform's reads to the same values as the SDK.</summary>
    private static async Task ReadByBothAsync(string path)
    {
        var table = ParquetFile.Read(path);
        await using var reader = await DatasetReader.OpenAsync(path);
        Assert.Equal(table.Columns.Select(column => column.Name), reader.Columns.Select(column => column.Name));
        foreach (var column in table.Columns)
        {
            switch (column)
            {
                case TableColumn<string> text: Assert.Equal(text.Values, await reader.ReadTextAsync(0, column.Name)); break;
                case TableColumn<bool> flags:
                    Assert.Equal(
                    flags.Values.Select(flag => flag ? 1f : 0), await reader.ReadFloatsAsync(0, column.Name)); break;
                default: Assert.Equal(table.Doubles(column.Name), await reader.ReadDoublesAsync(0, column.Name)); break;
            }
        }
    }

    [Fact]
    public async Task The_report_of_Signals_tells_portfolio_scores_churn_and_turnover()
    {
        var (summary, _) = await ScenarioRunner.RunAsync(SmallScenario.Signals(5), _folder, 2, null, TestContext.Current.CancellationToken);
        Assert.Equal(7, summary.Signals!.Populations.Count);
        Assert.Contains("alpha.stake-weighted.mean", summary.Statistics.Keys);
        Assert.Equal(HtmlReport.Write(summary), HtmlReport.Write(SummaryJson.Read(_folder)));
        var scores = ParquetFile.Read(Path.Combine(_folder, "scores.parquet"));
        Assert.All(new[] { "alpha", "mpc", "corr_v4", "churn", "turnover", "within_limits" }, name => Assert.True(scores.Has(name)));

        var page = File.ReadAllText(Path.Combine(_folder, "report.html"));
        foreach (var part in new[] { "<h2>Portfolios</h2>", "mean ALPHA", "MPC", "Churn, turnover and what was at risk" })
        {
            Assert.Contains(part, page, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pinned_value_that_is_not_met_is_named()
    {
        var summary = SummaryBuilder.Build(await new SimulationRun(SmallScenario.Make(8)).RunAsync());
        var expected = new Scenarios.ExpectedScenario
        {
            Hash = "0",
            Statistics = new Dictionary<string, double> { ["paid"] = -1, ["rounds"] = 8 },
        };
        var differences = ExpectedResult.Compare(expected, summary);
        Assert.Equal(2, differences.Count);
        Assert.Contains("paid", differences[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comparing_a_result_with_itself_finds_no_difference()
    {
        var summary = SummaryBuilder.Build(await new SimulationRun(SmallScenario.Make(8)).RunAsync());
        var comparison = ResultComparison.Of(summary, summary);
        Assert.Equal(0, comparison.MetaModel.Value);
        Assert.All(comparison.Statistics, statistic => Assert.Equal(0, statistic.Difference));
    }

    [Fact]
    public void A_result_that_is_not_there_is_refused() =>
        Assert.Equal("result_not_found", Assert.Throws<SimulationException>(() => SummaryJson.Read(Path.Combine(_folder, "nothing"))).Code);
}
