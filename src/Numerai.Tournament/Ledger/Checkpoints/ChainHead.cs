using System.Globalization;

namespace Numerai.Tournament.Ledger.Checkpoints;

/// <summary>Where a chain ends.</summary>
/// <param name="Chain">Such as "participant/ACCOUNT-ID", "treasury" or, for a round's commitments, "round/8/123".</param>
public sealed record ChainHead(string Chain, long Sequence, string Hash)
{
    /// <summary>The text that is hashed into a checkpoint's Merkle tree: the fields joined by '|'.</summary>
    public string Leaf => string.Create(CultureInfo.InvariantCulture, $"{Chain}|{Sequence}|{Hash}");
}
