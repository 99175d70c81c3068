namespace Numerai.Simulations.Agents;

/// <summary>What agents of Signals see beyond those of Classic.</summary>
/// <param name="Live">The open round's universe.</param>
/// <param name="Earlier">The weeks before it, newest first.</param>
public sealed record SignalsView(LiveWeek Live, IReadOnlyList<EarlierWeek> Earlier);
