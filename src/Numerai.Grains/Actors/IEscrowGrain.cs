using Numerai.Tournament.Agreements.Escrows;

namespace Numerai.Grains.Actors;

/// <summary><see cref="IEscrow"/> as a grain.</summary>
[Alias("numerai.escrow")]
public interface IEscrowGrain : IEscrow, IOutboxGrain;
