using Numerai.Tournament.Governance;

namespace Numerai.Grains.Actors;

/// <summary><see cref="IGovernance"/> as a grain.</summary>
[Alias("numerai.governance")]
public interface IGovernanceGrain : IGovernance, IOutboxGrain;
