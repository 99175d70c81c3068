namespace Numerai.Client.Proofs;

/// <summary>What of a checkpoint is read line by line.</summary>
public enum CheckpointPart
{
    /// <summary>Ledger entries in published order.</summary>
    Entries,

    /// <summary>Rounds' commitments in published order.</summary>
    Commitments,

    /// <summary>Checkpoints, oldest first.</summary>
    Checkpoints,
}
