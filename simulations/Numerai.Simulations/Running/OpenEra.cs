using Numerai.Contracts;
using Numerai.Simulations.Markets;

namespace Numerai.Simulations.Running;

/// <summary>A round in flight as the operator knows it.</summary>
/// <param name="Benchmarks">The benchmark models' published live predictions, ranks between 0 and 1.</param>
internal sealed record OpenEra(RoundId Id, MarketEra Era, double[][] Benchmarks);
