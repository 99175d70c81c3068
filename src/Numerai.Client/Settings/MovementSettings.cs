namespace Numerai.Client.Settings;

/// <summary>How far a submission may move from the model's earlier ones with its stake still at risk.</summary>
/// <param name="MaximumChurn">At this churn and above nothing is at risk.</param>
/// <param name="MaximumTurnover">At this turnover and above nothing is at risk.</param>
/// <param name="Days">How far back rounds may have opened whose submissions are compared.</param>
public sealed record MovementSettings(decimal MaximumChurn, decimal MaximumTurnover, int Days);
