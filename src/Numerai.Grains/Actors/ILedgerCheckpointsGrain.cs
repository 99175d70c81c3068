using Numerai.Tournament.Ledger.Checkpoints;

namespace Numerai.Grains.Actors;

/// <summary><see cref="ILedgerCheckpoints"/> as a grain.</summary>
[Alias("numerai.ledger-checkpoints")]
public interface ILedgerCheckpointsGrain : ILedgerCheckpoints, IOutboxGrain;
