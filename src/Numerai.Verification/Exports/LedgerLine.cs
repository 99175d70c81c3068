using System.Globalization;
using Numerai.Tournament.Ledger;

namespace Numerai.Verification.Exports;

/// <summary>A ledger entry as a line of an export: every field as the text that is hashed, in the order in which it is hashed.</summary>
/// <param name="Wei">Whole number of wei, as text because it outgrows 64 bits.</param>
/// <param name="Round">Empty where there is none.</param>
public sealed record LedgerLine(
    string Chain,
    long Sequence,
    string Transfer,
    string Reason,
    string Debit,
    string Credit,
    string Wei,
    string Round,
    string Time,
    string Previous,
    string Hash)
{
    public static LedgerLine Of(LedgerEntry entry) => new(
        entry.Chain,
        entry.Sequence,
        entry.Transfer,
        entry.Reason.ToString(),
        entry.Debit,
        entry.Credit,
        entry.Amount.Wei.ToString(CultureInfo.InvariantCulture),
        entry.Round?.ToString() ?? string.Empty,
        LedgerTime.Write(entry.Time),
        entry.Previous,
        entry.Hash);

    /// <summary>The hash that the other fields give.</summary>
    public string ComputedHash() => LinkHash.Of(
        Chain,
        Sequence.ToString(CultureInfo.InvariantCulture),
        Transfer,
        Reason,
        Debit,
        Credit,
        Wei,
        Round,
        Time,
        Previous);
}
