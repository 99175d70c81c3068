using System.Globalization;
using System.Text;
using Numerai.Simulations.Results;

namespace Numerai.Simulations.Reports;

/// <summary>The part of a report on who earned what, and on attackers.</summary>
internal static class PeopleSection
{
    public static void Append(StringBuilder html, SimulationSummary summary)
    {
        html.Append("<h2>People</h2>");
        var scores = summary.Signals is null ? new[] { "CORR", "MMC", "FNC" } : ["MMC"];
        var table = new HtmlTable(
            [
                "population", "archetype", "accounts", "left", .. scores, "multiplier", "deposited", "withdrawn", "holds", "profit",
                "return", $"adds to {summary.Score}", "95 %"]);
        foreach (var row in summary.Populations)
        {
            table.Row(
            [
                row.Attack ? row.Name + " (attack)" : row.Name,
                row.Archetype,
                HtmlCell.Number(row.Accounts, "0"),
                HtmlCell.Number(row.Left, "0"),
                .. scores.Select(score => HtmlCell.Number(score == "CORR" ? row.Corr : score == "MMC" ? row.Mmc : row.Fnc)),
                HtmlCell.Number(row.Multiplier),
                HtmlCell.Number(row.Deposited, "#,0"),
                HtmlCell.Number(row.Withdrawn, "#,0"),
                HtmlCell.Number(row.Holds, "#,0"),
                HtmlCell.Signed(row.Profit, "#,0.0"),
                HtmlCell.Signed(row.Return, "0.0%"),
                HtmlCell.Number(row.Contribution.Value, "0.00000"),
                HtmlCell.Span(row.Contribution, "0.00000", colour: true),
            ]);
        }

        html.Append(table);
        html.Append(
            CultureInfo.InvariantCulture,
            $"<p class=\"soft\">NMR. Multiplier: mean payout multiplier of a round, counted for unstaked submissions too. Adds to "
                + $"{summary.Score}: the meta model's {summary.Score} less its {summary.Score} without the population.</p>");
        AppendSkill(html, summary);
        AppendAttack(html, summary);
    }

    private static void AppendSkill(StringBuilder html, SimulationSummary summary)
    {
        var skill = summary.Skill;
        html.Append(
            CultureInfo.InvariantCulture,
            $"<p>Does staking find skill? The stakes of round {skill.Round} and the mean {summary.Score} of later rounds, whose targets "
                + $"nobody knew then, have a rank correlation of <b>{HtmlCell.Number(skill.RankCorrelation.Value, "0.00").Text}</b> "
                    + $"({HtmlCell.Span(skill.RankCorrelation, "0.00").Text}) over {skill.Models} models; among those with a stake "
                        + $"{HtmlCell.Number(skill.StakedOnly.Value, "0.00").Text} ({HtmlCell.Span(skill.StakedOnly, "0.00").Text}).</p>");
    }

    private static void AppendAttack(StringBuilder html, SimulationSummary summary)
    {
        if (summary.Counterfactual is not { } attack)
        {
            return;
        }

        html.Append("<h2>Attack</h2><p>The same scenario and seed were played a second time without the attackers.</p>");
        html.Append(new HtmlTable("what", "attacked", "left alone", "difference")
            .Row("profit of the attackers, NMR", HtmlCell.Signed(attack.AttackProfit, "#,0.0"), "–", "–")
            .Row("return on what they deposited", HtmlCell.Signed(attack.AttackReturn, "0.0%"), "–", "–")
            .Row(
                "profit of all others, NMR",
                HtmlCell.Number(attack.OthersProfitWith, "#,0.0"),
                HtmlCell.Number(attack.OthersProfitWithout, "#,0.0"),
                HtmlCell.Signed(attack.OthersProfitWith - attack.OthersProfitWithout, "#,0.0"))
            .Row(
                "treasury at the end less shortfall, NMR",
                HtmlCell.Number(attack.TreasuryWith, "#,0"),
                HtmlCell.Number(attack.TreasuryWithout, "#,0"),
                HtmlCell.Signed(attack.TreasuryWith - attack.TreasuryWithout, "#,0"))
            .Row(
                $"mean {summary.Score} of the meta model",
                HtmlCell.Number(attack.MetaModelWith),
                HtmlCell.Number(attack.MetaModelWithout),
                HtmlCell.Span(attack.MetaModelDamage, "0.00000", colour: true)));
    }
}
