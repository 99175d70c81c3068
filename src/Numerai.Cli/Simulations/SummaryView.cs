using System.Globalization;
using Numerai.Simulations.Research;
using Numerai.Simulations.Results;
using Spectre.Console;

namespace Numerai.Cli.Simulations;

/// <summary>Prints what a simulation came to.</summary>
internal static class SummaryView
{
    private const int PipeWidth = 150;

    public static void Print(SimulationSummary summary, IReadOnlyList<string> differences, string folder)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings());
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = PipeWidth;
        }

        console.WriteLine($"{summary.Scenario}: {summary.Rounds.Count} rounds, {summary.Market}.");
        PrintCombinations(console, summary);
        PrintPopulations(console, summary);
        PrintEconomy(console, summary);
        foreach (var difference in differences)
        {
            console.WriteLine($"not as expected: {difference}");
        }

        console.WriteLine($"Result {summary.Hash} (the same for the same scenario and seed).");
        var timing = SimulationTiming.Read(folder);
        var whole = timing.Seconds[SimulationTiming.Whole];
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"It took {whole.Wall:0} s on the clock and {whole.Processor:0} s of processor time, of which "
                + $"{timing.Seconds.GetValueOrDefault("train")?.Processor ?? 0:0} s training; "
                + $"{timing.PeakBytes / 1e9:0.0} GB at the peak."));
        console.WriteLine($"Report, JSON and Parquet are in {folder}.");
    }

    private static void PrintCombinations(IAnsiConsole console, SimulationSummary summary)
    {
        var study = summary.MetaModels;
        var table = Table(
            $"{summary.Score} by era", "combination", "mean", "95 %", "std", "Sharpe", "drawdown", "less stake-weighted", "95 %");
        foreach (var row in study.Combinations)
        {
            table.AddRow(
                row.Name == "best-model" ? $"best ({study.BestModel})" : row.Name,
                Text(row.Mean.Value), Span(row.Mean), Text(row.Deviation), Text(row.Sharpe.Value, "0.00"),
                Text(row.MaximumDrawdown, "0.000"), Text(row.Difference.Value), Span(row.Difference));
        }

        console.Write(table);
    }

    private static void PrintPopulations(IAnsiConsole console, SimulationSummary summary)
    {
        if (summary.Signals is { } signals)
        {
            PrintSignals(console, signals);
        }

        var table = Table(
            "Populations",
            "population",
            "archetype",
            "accounts",
            "left",
            "CORR",
            "MMC",
            "deposited",
            "profit",
            "return",
            $"adds to {summary.Score}");
        foreach (var row in summary.Populations)
        {
            table.AddRow(
                row.Attack
                    ? row.Name + " (attack)"
                    : row.Name, row.Archetype, Text(row.Accounts, "0"), Text(row.Left, "0"), Text(row.Corr), Text(row.Mmc),
                Text(row.Deposited, "0"), Text(row.Profit, "0.0"), Text(row.Return, "0.0%"), Text(row.Contribution.Value, "0.00000"));
        }

        console.Write(table);
    }

    private static void PrintSignals(IAnsiConsole console, SignalsStudy study)
    {
        var table = Table("Portfolios", "population", "ALPHA", "95 %", "MPC", "RIC", "churn", "turnover", "at risk");
        foreach (var row in study.Populations)
        {
            table.AddRow(
                row.Name, Text(row.Alpha.Value), Span(row.Alpha), Text(row.Mpc.Value, "0.00000"), Text(row.Ric), Text(row.Churn, "0.0%"),
                Text(row.Turnover, "0.0%"), Text(row.AtRiskShare, "0%"));
        }

        console.Write(table);
    }

    private static void PrintEconomy(IAnsiConsole console, SimulationSummary summary)
    {
        var economy = summary.Economy;
        Say(
            $"Paid {economy.Paid:0} NMR, burned {economy.Burned:0} NMR; treasury {economy.TreasuryStart:0} -> {economy.TreasuryEnd:0} "
                + $"NMR, shortfall {economy.Shortfall:0} NMR.");
        Say(
            $"Gini of stakes {economy.GiniStart:0.00} -> {economy.GiniEnd:0.00}; a stake on noise "
                + $"{(double.IsPositiveInfinity(economy.NoiseHalfLife) ? "grew" : $"halves in {economy.NoiseHalfLife:0} rounds")}.");
        Say(
            $"Stake and later {summary.Score}: rank correlation {summary.Skill.RankCorrelation.Value:0.00} "
                + $"({Span(summary.Skill.RankCorrelation, "0.00")}), {summary.Skill.Models} models.");
        if (summary.Portfolio is { } portfolio)
        {
            Say(
                $"Portfolio: {portfolio.Net.YearlyReturn:P1} a year after costs, Sharpe {portfolio.Net.Sharpe:0.00}, drawdown "
                    + $"{portfolio.Net.MaximumDrawdown:P1}, turnover {portfolio.Turnover:P0} a week.");
        }

        if (summary.Counterfactual is { } attack)
        {
            Say(
                $"Attack: profit {attack.AttackProfit:0} NMR ({attack.AttackReturn:P0}); others {attack.OthersProfitWithout:0} -> "
                    + $"{attack.OthersProfitWith:0} NMR; meta model {Text(attack.MetaModelWithout)} -> {Text(attack.MetaModelWith)} "
                        + $"({Span(attack.MetaModelDamage)}).");
        }

        void Say(string line) => console.WriteLine(line);
    }

    private static Table Table(string title, params string[] columns)
    {
        var table = new Table { Title = new TableTitle(title), Border = TableBorder.Simple };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(column) { Alignment = column == columns[0] ? Justify.Left : Justify.Right });
        }

        return table;
    }

    private static string Text(double value, string format = "0.0000") =>
        double.IsNaN(value) ? "-" : value.ToString(format, CultureInfo.InvariantCulture);

    private static string Span(Interval interval, string format = "0.0000") =>
        double.IsNaN(interval.Low) ? "-" : $"{Text(interval.Low, format)} .. {Text(interval.High, format)}";
}
