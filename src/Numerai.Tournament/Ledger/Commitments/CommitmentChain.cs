using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Numerai.Contracts;

namespace Numerai.Tournament.Ledger.Commitments;

/// <summary>Appends to and checks a round's chain of commitments.</summary>
public static class CommitmentChain
{
    /// <summary>First line of the hashed text: names the form and its version.</summary>
    public const string Format = "numerai-commitment/1";

    /// <summary>Links a document to the end of a round's chain.</summary>
    public static Commitment Append(RoundId round, CommitmentHead head, CommittedDocument document, DateTimeOffset time)
    {
        var unhashed = new Commitment(
            round,
            head.Sequence + 1,
            document.Kind,
            document.Day,
            document.Document,
            document.Sha256,
            document.Length,
            time,
            head.Hash,
            string.Empty);
        return unhashed with { Hash = HashOf(unhashed) };
    }

    /// <summary>
    /// SHA-256 over <see cref="Format"/> and the fields in the order of the record, joined by line feeds; an absent day is empty and
    /// times are as in the ledger.
    /// </summary>
    public static string HashOf(Commitment commitment)
    {
        var text = string.Join(
            '\n',
            Format,
            commitment.Round.ToString(),
            commitment.Sequence.ToString(CultureInfo.InvariantCulture),
            commitment.Kind,
            commitment.Day?.ToString(CultureInfo.InvariantCulture) ?? string.Empty,
            commitment.Document,
            commitment.Sha256,
            commitment.Length.ToString(CultureInfo.InvariantCulture),
            LedgerTime.Write(commitment.Time),
            commitment.Previous);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>True when <paramref name="commitment"/> follows <paramref name="head"/> and its hash is right.</summary>
    public static bool Follows(CommitmentHead head, Commitment commitment) =>
        commitment.Sequence == head.Sequence + 1
        && string.Equals(commitment.Previous, head.Hash, StringComparison.Ordinal)
        && string.Equals(commitment.Hash, HashOf(commitment), StringComparison.Ordinal);
}
