using Numerai.Tournament.Treasury;

namespace Numerai.Grains.Actors;

/// <summary><see cref="ITreasury"/> as a grain.</summary>
[Alias("numerai.treasury")]
public interface ITreasuryGrain : ITreasury, IOutboxGrain;
