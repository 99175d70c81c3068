namespace Numerai.Tournament.Ledger;

/// <summary>Where a chain ends: the number of its entries and the hash of the last.</summary>
public sealed record LedgerHead(long Sequence, string Hash)
{
    public static LedgerHead Genesis { get; } = new(0, new string('0', 64));
}
