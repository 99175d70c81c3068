namespace Numerai.Contracts;

/// <summary>Where a ledger chain ends: the number of its entries and the hash of the last.</summary>
/// <param name="Hash">SHA-256, 64 hexadecimal digits.</param>
public sealed record LedgerHead(long Sequence, string Hash)
{
    /// <summary>Of a chain without entries.</summary>
    public static LedgerHead Genesis { get; } = new(0, new string('0', 64));
}
