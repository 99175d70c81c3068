using Numerai.Data.Parquet;
using Numerai.Data.Tables;
using Numerai.Simulations.Reports;
using Numerai.Simulations.Scenarios;
using Numerai.Simulations.Staking;

namespace Numerai.Simulations.Results;

/// <summary>Writes a result: JSON summary, report and Parquet tables, and how long it took.</summary>
public static class ResultFiles
{
    public const string Json = "result.json";
    public const string Report = "report.html";

    /// <summary>Every file of a result: the same bytes for the same scenario and seed.</summary>
    public static IReadOnlyList<string> Names { get; } = [Json, Report, "rounds.parquet", "scores.parquet", "accounts.parquet"];

    public static void Write(string folder, SimulationResult result, SimulationSummary summary)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, Json), SummaryJson.Write(summary));
        File.WriteAllText(Path.Combine(folder, Report), HtmlReport.Write(summary));
        ParquetFile.Write(Path.Combine(folder, "rounds.parquet"), Rounds(result));
        ParquetFile.Write(Path.Combine(folder, "scores.parquet"), Scores(result));
        ParquetFile.Write(Path.Combine(folder, "accounts.parquet"), Accounts(result));
        SimulationTiming.Of(result).Write(folder);
    }

    private static Table Rounds(SimulationResult result)
    {
        var rounds = result.Rounds;
        var score = TournamentPlay.Of(result.Scenario.Tournament).Score;
        var columns = new List<TableColumn>
        {
            Integers("round", rounds.Select(round => round.Round)),
            Integers("era", rounds.Select(round => round.Era)),
            new TableColumn<bool>("stressed", [.. rounds.Select(round => round.Stressed)]),
            Integers("submissions", rounds.Select(round => round.Submissions)),
            Integers("late", rounds.Select(round => round.Late)),
            Integers("accounts", rounds.Select(round => round.Accounts)),
            Numbers("at_risk", rounds.Select(round => Shares.Number(round.AtRisk))),
            Numbers("payout_factor", rounds.Select(round => (double)round.PayoutFactor)),
            Numbers("paid", rounds.Select(round => Shares.Number(round.Paid))),
            Numbers("burned", rounds.Select(round => Shares.Number(round.Burned))),
            Numbers("treasury", rounds.Select(round => Shares.Number(round.Treasury))),
            Numbers("shortfall", rounds.Select(round => Shares.Number(round.Shortfall))),
            new TableColumn<string>("merkle_root", [.. rounds.Select(round => round.MerkleRoot)]),
            Numbers($"{score}_stake_weighted", rounds.Select(round => round.MetaModel)),
            Numbers($"{score}_benchmark", rounds.Select(round => round.Benchmark)),
            Numbers("effective_stakes", rounds.Select(round => round.EffectiveStakes)),
            Numbers("effective_models", rounds.Select(round => round.EffectiveModels)),
            Numbers("turnover", rounds.Select(round => round.Turnover)),
            Numbers("gini", rounds.Select(round => round.Gini)),
        };
        columns.AddRange(result.Scenario.Research.Variants.Select(name => Numbers($"{score}_{name}", rounds.Select(round => round.Variants[name]))));
        columns.AddRange(result.Scenario.Populations.Select(population => Numbers(
            $"contribution_{population.Name}", rounds.Select(round => round.Contributions.GetValueOrDefault(population.Name, double.NaN)))));
        return new Table(columns);
    }

    private static Table Scores(SimulationResult result)
    {
        var rows = result.ModelRounds;
        var signals = TournamentPlay.Of(result.Scenario.Tournament).HoldsPortfolios ? Signals([.. rows.Select(row => row.Signals!)]) : [];
        return new Table(
        [
            Integers("round", rows.Select(row => row.Round)),
            new TableColumn<string>("model", [.. rows.Select(row => result.Models[row.Model].Name)]),
            new TableColumn<string>("population", [.. rows.Select(row => result.Models[row.Model].Population)]),
            new TableColumn<bool>("late", [.. rows.Select(row => row.Late)]),
            Numbers("at_risk", rows.Select(row => row.AtRisk)),
            Numbers("corr", rows.Select(row => row.Corr)),
            Numbers("mmc", rows.Select(row => row.Mmc)),
            Numbers("bmc", rows.Select(row => row.Bmc)),
            Numbers("fnc", rows.Select(row => row.Fnc)),
            Numbers("cwmm", rows.Select(row => row.Cwmm)),
            Numbers("multiplier", rows.Select(row => row.Multiplier)),
            Numbers("change", rows.Select(row => row.Change)),
            .. signals,
        ]);
    }

    private static List<TableColumn> Signals(SignalsScores[] scores) =>
    [
        Numbers("alpha", scores.Select(score => score.Alpha)),
        Numbers("mpc", scores.Select(score => score.Mpc)),
        Numbers("corr_v4", scores.Select(score => score.CorrV4)),
        Numbers("fnc_v4", scores.Select(score => score.FncV4)),
        Numbers("ric", scores.Select(score => score.Ric)),
        Numbers("ic_v2", scores.Select(score => score.IcV2)),
        Numbers("churn", scores.Select(score => score.Churn)),
        Numbers("turnover", scores.Select(score => score.Turnover)),
        new TableColumn<bool>("within_limits", [.. scores.Select(score => score.WithinLimits)]),
    ];

    private static Table Accounts(SimulationResult result)
    {
        var accounts = result.Accounts;
        return new Table(
        [
            new TableColumn<string>("account", [.. accounts.Select(account => account.Name)]),
            new TableColumn<string>("population", [.. accounts.Select(account => account.Population)]),
            new TableColumn<string>("archetype", [.. accounts.Select(account => account.Archetype)]),
            Integers("arrival", accounts.Select(account => account.Arrival)),
            Integers("left_at", accounts.Select(account => account.LeftAt)),
            new TableColumn<string>("deposited_nmr", [.. accounts.Select(account => account.Deposited.ToString())]),
            new TableColumn<string>("withdrawn_nmr", [.. accounts.Select(account => account.Withdrawn.ToString())]),
            new TableColumn<string>("holds_nmr", [.. accounts.Select(account => account.Holds.ToString())]),
        ]);
    }

    private static TableColumn<int> Integers(string name, IEnumerable<int> values) => new(name, [.. values]);

    private static TableColumn<double> Numbers(string name, IEnumerable<double> values) => new(name, [.. values]);
}
