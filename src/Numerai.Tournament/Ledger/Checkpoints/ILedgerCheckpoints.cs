using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Ledger.Checkpoints;

/// <summary>Puts a seal on the books from time to time. Key: "ledger".</summary>
public interface ILedgerCheckpoints
{
    /// <summary>
    /// Makes the next checkpoint when the latest is at least this old and anything was published since; answers with the latest in any
    /// case. Zero makes one at once.
    /// </summary>
    Task<Outcome<LedgerCheckpointView>> CheckpointAsync(TimeSpan interval);

    [Interleaves]
    Task<Outcome<LedgerCheckpointView>> GetAsync();
}
