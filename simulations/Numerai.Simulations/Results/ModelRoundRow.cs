using System.Text.Json.Serialization;

namespace Numerai.Simulations.Results;

/// <summary>One model in one resolved round. Scores that do not exist are NaN.</summary>
/// <param name="Round">Round number.</param>
/// <param name="Model">Place of the model among all models.</param>
/// <param name="Late">Whether the submission was late.</param>
/// <param name="AtRisk">NMR at risk.</param>
/// <param name="Multiplier">Payout multiplier; for a model without a stake, the one it would have had.</param>
/// <param name="Change">NMR paid (positive) or burned (negative).</param>
/// <param name="Signals">Scores, churn and turnover of Signals; null in Classic.</param>
public readonly record struct ModelRoundRow(
    int Round, int Model, bool Late, double AtRisk, double Corr, double Mmc, double Bmc, double Fnc, double Cwmm, double Multiplier,
    double Change,
    SignalsScores? Signals = null)
{
    /// <summary>The score that models are compared by: CORR in Classic, ALPHA in Signals.</summary>
    [JsonIgnore]
    public double Skill => Signals?.Alpha ?? Corr;
}
