namespace Numerai.Contracts;

/// <summary>How far a submission may move from the model's earlier ones with its stake still at risk.</summary>
/// <param name="MaximumChurn">At this churn and above nothing is at risk, above 0 and up to 2.</param>
/// <param name="MaximumTurnover">At this turnover and above nothing is at risk, above 0 and up to 1.</param>
/// <param name="Days">How far back rounds may have opened whose submissions are compared; without any nothing is at risk.</param>
public sealed record MovementSettings(decimal MaximumChurn, decimal MaximumTurnover, int Days)
{
    public bool Allow(double churn, double turnover) => churn < (double)MaximumChurn && turnover < (double)MaximumTurnover;
}
