namespace Numerai.Tournament.Ledger.Checkpoints;

/// <param name="Latest">Null while there is none: nothing was published yet, or the first is still to come.</param>
public sealed record LedgerCheckpointView(LedgerCheckpoint? Latest);
