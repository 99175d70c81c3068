using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Numerai.Contracts;

namespace Numerai.Tournament.Ledger;

/// <summary>Appends to and checks the hash chain of one actor's ledger entries.</summary>
public static class LedgerChain
{
    /// <summary>Links a transfer to the end of a chain and returns the entry with the chain's new head.</summary>
    public static (LedgerEntry Entry, LedgerHead Head) Append(
        string chain,
        LedgerHead head,
        string transfer,
        LedgerReason reason,
        string debit,
        string credit,
        Nmr amount,
        RoundId? round,
        DateTimeOffset time)
    {
        if (!amount.IsPositive)
        {
            throw new ArgumentOutOfRangeException(nameof(amount), amount.ToString(), "A transfer moves a positive amount.");
        }

        var unhashed = new LedgerEntry(
            chain, head.Sequence + 1, transfer, reason, debit, credit, amount, round, time, head.Hash, string.Empty);
        var entry = unhashed with { Hash = HashOf(unhashed) };
        return (entry, new LedgerHead(entry.Sequence, entry.Hash));
    }

    /// <summary>
    /// SHA-256 over the fields joined by line feeds, in the order of the record, amounts in wei and times as
    /// yyyy-MM-ddTHH:mm:ss.fffffffZ. No field contains a line feed, so the text determines the entry.
    /// </summary>
    public static string HashOf(LedgerEntry entry)
    {
        var text = string.Join(
            '\n',
            entry.Chain,
            entry.Sequence.ToString(CultureInfo.InvariantCulture),
            entry.Transfer,
            entry.Reason.ToString(),
            entry.Debit,
            entry.Credit,
            entry.Amount.Wei.ToString(CultureInfo.InvariantCulture),
            entry.Round?.ToString() ?? string.Empty,
            LedgerTime.Write(entry.Time),
            entry.Previous);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>True when <paramref name="entry"/> follows <paramref name="head"/> and its hash is right.</summary>
    public static bool Follows(LedgerHead head, LedgerEntry entry) =>
        entry.Sequence == head.Sequence + 1
        && string.Equals(entry.Previous, head.Hash, StringComparison.Ordinal)
        && string.Equals(entry.Hash, HashOf(entry), StringComparison.Ordinal);
}
