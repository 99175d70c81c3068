namespace Numerai.Tournament.Ledger.Commitments;

/// <summary>Where a round's chain of commitments ends: its length and the hash of its last link.</summary>
public sealed record CommitmentHead(int Sequence, string Hash)
{
    public static CommitmentHead Genesis { get; } = new(0, new string('0', 64));
}
