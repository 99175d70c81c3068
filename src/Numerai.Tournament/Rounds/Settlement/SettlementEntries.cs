using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Rounds.Scoring;

namespace Numerai.Tournament.Rounds.Settlement;

/// <summary>Turns a round's manifest and final scores into what it pays and burns.</summary>
public static class SettlementEntries
{
    /// <summary>One entry for every model with something at risk, in the order of the manifest.</summary>
    public static ImmutableArray<SettlementEntry> Of(PayoutSettings payout, decimal factor, RoundManifest manifest, ScoreTable table)
    {
        var scores = table.Models.ToDictionary(model => model.Model);
        return
        [
            .. manifest.Rows.Where(row => row.AtRisk.IsPositive)
                .Select(row => Entry(payout, factor, manifest, row, scores[row.Model])),
        ];
    }

    private static SettlementEntry Entry(PayoutSettings payout, decimal factor, RoundManifest manifest, ManifestRow row, ModelScores scores)
    {
        var paying = payout.Multipliers.Keys.Where(scores.Scores.ContainsKey).ToImmutableSortedDictionary(
            name => name, name => decimal.Round((decimal)scores.Scores[name].Value, 9), StringComparer.Ordinal);
        var multiplier = PayoutFormula.Multiplier(payout, factor, paying);
        var amount = PayoutFormula.Amount(row.AtRisk, multiplier);
        return new SettlementEntry(
            manifest.Round,
            row.Model,
            row.Account,
            row.Submission,
            row.AtRisk,
            paying,
            multiplier,
            Nmr.Max(amount, Nmr.Zero),
            Nmr.Max(-amount, Nmr.Zero));
    }
}
