using Numerai.Tournament.Rounds;

namespace Numerai.Grains.Actors;

/// <summary><see cref="IRound"/> as a grain.</summary>
[Alias("numerai.round")]
public interface IRoundGrain : IRound, IOutboxGrain;
