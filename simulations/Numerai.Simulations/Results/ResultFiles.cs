using Numerai.Client.Datasets;
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

    public static async Task WriteAsync(string folder, SimulationResult result, SimulationSummary summary, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, Json), SummaryJson.Write(summary), cancellation);
        await File.WriteAllTextAsync(Path.Combine(folder, Report), HtmlReport.Write(summary), cancellation);
        await Rounds(result).WriteAsync(Path.Combine(folder, "rounds.parquet"), cancellation);
        await Scores(result).WriteAsync(Path.Combine(folder, "scores.parquet"), cancellation);
        await Accounts(result).WriteAsync(Path.Combine(folder, "accounts.parquet"), cancellation);
        SimulationTiming.Of(result).Write(folder);
    }

    private static ParquetTable Rounds(SimulationResult result)
    {
        var rounds = result.Rounds;
        var score = TournamentPlay.Of(result.Scenario.Tournament).Score;
        var table = new ParquetTable()
            .Add("round", rounds, round => round.Round)
            .Add("era", rounds, round => round.Era)
            .Add("stressed", rounds, round => round.Stressed)
            .Add("submissions", rounds, round => round.Submissions)
            .Add("late", rounds, round => round.Late)
            .Add("accounts", rounds, round => round.Accounts)
            .Add("at_risk", rounds, round => Shares.Number(round.AtRisk))
            .Add("payout_factor", rounds, round => (double)round.PayoutFactor)
            .Add("paid", rounds, round => Shares.Number(round.Paid))
            .Add("burned", rounds, round => Shares.Number(round.Burned))
            .Add("treasury", rounds, round => Shares.Number(round.Treasury))
            .Add("shortfall", rounds, round => Shares.Number(round.Shortfall))
            .Add("merkle_root", rounds, round => round.MerkleRoot)
            .Add($"{score}_stake_weighted", rounds, round => round.MetaModel)
            .Add($"{score}_benchmark", rounds, round => round.Benchmark)
            .Add("effective_stakes", rounds, round => round.EffectiveStakes)
            .Add("effective_models", rounds, round => round.EffectiveModels)
            .Add("turnover", rounds, round => round.Turnover)
            .Add("gini", rounds, round => round.Gini);
        foreach (var name in result.Scenario.Research.Variants)
        {
            table.Add($"{score}_{name}", rounds, round => round.Variants[name]);
        }

        foreach (var name in result.Scenario.Populations.Select(population => population.Name))
        {
            table.Add($"contribution_{name}", rounds, round => round.Contributions.GetValueOrDefault(name, double.NaN));
        }

        return table;
    }

    private static ParquetTable Scores(SimulationResult result)
    {
        var rows = result.ModelRounds;
        var table = new ParquetTable()
            .Add("round", rows, row => row.Round)
            .Add("model", rows, row => result.Models[row.Model].Name)
            .Add("population", rows, row => result.Models[row.Model].Population)
            .Add("late", rows, row => row.Late)
            .Add("at_risk", rows, row => row.AtRisk)
            .Add("corr", rows, row => row.Corr)
            .Add("mmc", rows, row => row.Mmc)
            .Add("bmc", rows, row => row.Bmc)
            .Add("fnc", rows, row => row.Fnc)
            .Add("cwmm", rows, row => row.Cwmm)
            .Add("multiplier", rows, row => row.Multiplier)
            .Add("change", rows, row => row.Change);
        return TournamentPlay.Of(result.Scenario.Tournament).HoldsPortfolios
            ? AddSignals(table, [.. rows.Select(row => row.Signals!)])
            : table;
    }

    private static ParquetTable AddSignals(ParquetTable table, SignalsScores[] scores) => table
        .Add("alpha", scores, score => score.Alpha)
        .Add("mpc", scores, score => score.Mpc)
        .Add("corr_v4", scores, score => score.CorrV4)
        .Add("fnc_v4", scores, score => score.FncV4)
        .Add("ric", scores, score => score.Ric)
        .Add("ic_v2", scores, score => score.IcV2)
        .Add("churn", scores, score => score.Churn)
        .Add("turnover", scores, score => score.Turnover)
        .Add("within_limits", scores, score => score.WithinLimits);

    private static ParquetTable Accounts(SimulationResult result)
    {
        var accounts = result.Accounts;
        return new ParquetTable()
            .Add("account", accounts, account => account.Name)
            .Add("population", accounts, account => account.Population)
            .Add("archetype", accounts, account => account.Archetype)
            .Add("arrival", accounts, account => account.Arrival)
            .Add("left_at", accounts, account => account.LeftAt)
            .Add("deposited_nmr", accounts, account => account.Deposited.ToString())
            .Add("withdrawn_nmr", accounts, account => account.Withdrawn.ToString())
            .Add("holds_nmr", accounts, account => account.Holds.ToString());
    }
}
