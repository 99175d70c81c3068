using System.Globalization;
using System.Text;
using Numerai.Charts;
using Numerai.Simulations.Results;
using Numerai.Simulations.Staking;

namespace Numerai.Simulations.Reports;

/// <summary>The part of a report on where the NMR went.</summary>
internal static class EconomySection
{
    public static void Append(StringBuilder html, SimulationSummary summary)
    {
        var economy = summary.Economy;
        html.Append("<h2>Economy</h2>");
        html.Append(
            CultureInfo.InvariantCulture,
            $"<p>The treasury went from {Text(economy.TreasuryStart, "#,0")} to {Text(economy.TreasuryEnd, "#,0")} NMR");
        html.Append(economy.FirstShortfall > 0
            ? string.Create(
                CultureInfo.InvariantCulture,
                $" and was first short in round {economy.FirstShortfall}; {Text(economy.Shortfall, "#,0")} NMR had to be minted on top")
            : string.Empty);
        html.Append(
            CultureInfo.InvariantCulture,
            $". At the payouts of the last half it would last {Text(economy.Runway, "0")} more rounds. Burns were "
                + $"{Text(economy.PayoutRatio, "0%")} of payouts, and do not go back to the treasury. {Noise(economy.NoiseHalfLife)}</p>");
        var rounds = summary.Rounds.Select(round => (double)round.Round).ToArray();
        html.Append("<div class=\"charts\">");
        html.Append(Chart("NMR paid and burned, added up", rounds,
            ("paid", MetaModelSection.Cumulative(summary.Rounds.Select(round => Shares.Number(round.Paid)))),
            ("burned", MetaModelSection.Cumulative(summary.Rounds.Select(round => Shares.Number(round.Burned))))));
        html.Append(Chart("Treasury and stakes at risk, NMR", rounds,
            ("treasury", [.. summary.Rounds.Select(round => Shares.Number(round.Treasury))]),
            ("at risk", [.. summary.Rounds.Select(round => Shares.Number(round.AtRisk))])));
        html.Append(Chart("Gini of the stakes, payout factor", rounds,
            ("Gini", [.. summary.Rounds.Select(round => round.Gini)]),
            ("payout factor", [.. summary.Rounds.Select(round => (double)round.PayoutFactor)])));
        html.Append(Chart("Accounts and submissions", rounds,
            ("accounts", [.. summary.Rounds.Select(round => (double)round.Accounts)]),
            ("on-time submissions", [.. summary.Rounds.Select(round => (double)round.Submissions)]),
            ("late submissions", [.. summary.Rounds.Select(round => (double)round.Late)])));
        html.Append("</div>");
    }

    private static string Chart(string title, double[] rounds, params (string Name, double[] Values)[] series) => new LineChart
    {
        Title = title,
        YFormat = "#,0.##",
        Series = [.. series.Select(line => new ChartSeries(line.Name, rounds, line.Values))],
    }.ToHtml();

    private static string Noise(double halfLife) =>
        double.IsNaN(halfLife) ? string.Empty
        : double.IsPositiveInfinity(halfLife) ? "A stake on noise grew."
        : $"A stake on noise halves in {Text(halfLife, "#,0")} rounds of being at risk.";

    private static string Text(double value, string format) => HtmlCell.Number(value, format).Text;
}
