namespace Numerai.Tournament.Ledger.Checkpoints;

/// <summary>All that is stored: the newest checkpoint, which the next one follows. Earlier ones are published.</summary>
public sealed record LedgerCheckpointsState(LedgerCheckpoint Latest);
