namespace Numerai.Simulations.Sweeps;

/// <summary>What a sweep came to.</summary>
/// <param name="Parameters">Paths of the parameters.</param>
/// <param name="Points">Point by point.</param>
public sealed record SweepResult(string Scenario, string Method, IReadOnlyList<string> Parameters, IReadOnlyList<SweepPoint> Points);

/// <param name="Values">A value for every parameter.</param>
/// <param name="Statistics">Statistics of the run by name.</param>
public sealed record SweepPoint(int Number, double[] Values, string Hash, SortedDictionary<string, double> Statistics);
