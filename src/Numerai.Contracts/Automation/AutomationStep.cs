namespace Numerai.Contracts;

/// <param name="Step">"open", "close", "score", "resolve" or "missed".</param>
/// <param name="Round">0 for a missed opening.</param>
/// <param name="Day">Scoring day, else 0.</param>
/// <param name="Done">Later than due after an outage, or when data came late.</param>
public sealed record AutomationStep(AutomationStepKind Step, int Round, int Day, DateTimeOffset Due, DateTimeOffset Done);
