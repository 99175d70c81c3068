using System.Globalization;
using Numerai.Tournament.Ledger;
using Numerai.Tournament.Ledger.Commitments;

namespace Numerai.Verification.Exports;

/// <summary>
/// A link of a round's commitments as a line of an export, as it is hashed; an absent day is null here and empty in the hash.
/// </summary>
public sealed record CommitmentLine(
    string Round,
    int Sequence,
    string Kind,
    int? Day,
    string Document,
    string Sha256,
    long Length,
    string Time,
    string Previous,
    string Hash)
{
    public static CommitmentLine Of(Commitment commitment) => new(
        commitment.Round.ToString(),
        commitment.Sequence,
        commitment.Kind,
        commitment.Day,
        commitment.Document,
        commitment.Sha256,
        commitment.Length,
        LedgerTime.Write(commitment.Time),
        commitment.Previous,
        commitment.Hash);

    /// <summary>The hash that the other fields give.</summary>
    public string ComputedHash() => LinkHash.Of(
        CommitmentChain.Format,
        Round,
        Sequence.ToString(CultureInfo.InvariantCulture),
        Kind,
        Day?.ToString(CultureInfo.InvariantCulture) ?? string.Empty,
        Document,
        Sha256,
        Length.ToString(CultureInfo.InvariantCulture),
        Time,
        Previous);
}
