namespace Numerai.Verification.Exports;

/// <summary>Where an export is written from: a server over HTTP, or stores.</summary>
public interface IExportSource
{
    /// <summary>The newest checkpoint, or null when there is none yet.</summary>
    Task<CheckpointLine?> LatestCheckpointAsync(CancellationToken cancellation);

    /// <summary>The checkpoints up to one, oldest first.</summary>
    IAsyncEnumerable<CheckpointLine> CheckpointsAsync(CheckpointLine last, CancellationToken cancellation);

    /// <summary>The commitments that a checkpoint covers, in the order in which they were published.</summary>
    IAsyncEnumerable<CommitmentLine> CommitmentsAsync(CheckpointLine last, CancellationToken cancellation);

    /// <summary>The ledger entries that a checkpoint covers, in the order in which they were published.</summary>
    IAsyncEnumerable<LedgerLine> EntriesAsync(CheckpointLine last, CancellationToken cancellation);

    /// <summary>A committed document's bytes.</summary>
    Task<byte[]> DocumentAsync(CommitmentLine commitment, CancellationToken cancellation);

    /// <summary>A settled round's leaves, one a line.</summary>
    Task<byte[]> LeavesAsync(string round, CancellationToken cancellation);
}
