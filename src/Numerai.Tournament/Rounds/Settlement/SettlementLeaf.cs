using System.Globalization;
using Numerai.Contracts;

namespace Numerai.Tournament.Rounds.Settlement;

/// <summary>The text of a settlement entry that is hashed into the Merkle tree.</summary>
public static class SettlementLeaf
{
    /// <summary>
    /// The fields joined by '|': round, model, staker, submission, wei at risk, scores as name=value joined by ',', multiplier, wei paid
    /// out, wei to burn. Scores have 9 decimals, the multiplier 12.
    /// </summary>
    public static string Of(SettlementEntry entry) => string.Join(
        '|',
        entry.Round,
        entry.Model,
        entry.Staker,
        entry.Submission,
        entry.AtRisk.Wei.ToString(CultureInfo.InvariantCulture),
        string.Join(',', entry.Scores.Select(score => $"{score.Key}={score.Value.ToString("F9", CultureInfo.InvariantCulture)}")),
        entry.Multiplier.ToString("F12", CultureInfo.InvariantCulture),
        entry.Payout.Wei.ToString(CultureInfo.InvariantCulture),
        entry.Burn.Wei.ToString(CultureInfo.InvariantCulture));
}
