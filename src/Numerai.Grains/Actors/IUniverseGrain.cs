using Numerai.Tournament.Universes;

namespace Numerai.Grains.Actors;

/// <summary><see cref="IUniverse"/> as a grain.</summary>
[Alias("numerai.universe")]
public interface IUniverseGrain : IUniverse, IOutboxGrain;
