namespace Numerai.Simulations.Running;

/// <summary>What the operator does at one moment.</summary>
/// <param name="Day">Scoring day, 0 for other steps.</param>
internal sealed record SimulationStep(DateTimeOffset Time, SimulationStepKind Kind, int Round, int Day);

/// <summary>In the order in which steps of one moment are done.</summary>
internal enum SimulationStepKind
{
    Score,
    Open,
    Close,
}
