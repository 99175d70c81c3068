namespace Numerai.Simulations.Running;

/// <param name="Share">Share of the work that is done, 0 to 1.</param>
/// <param name="Round">Newest round that has opened.</param>
/// <param name="Doing">What goes on, in a few words.</param>
public sealed record SimulationProgress(double Share, int Round, string Doing);
