using System.Globalization;
using Numerai.Contracts;
using Numerai.Tournament.Ledger;

namespace Numerai.Web.Ledger;

/// <param name="Time">With all seven digits of the second, because the entry's hash is taken over them.</param>
internal sealed record LedgerEntryResponse(
    string Chain,
    long Sequence,
    string Transfer,
    LedgerReason Reason,
    string Debit,
    string Credit,
    Nmr Amount,
    RoundId? Round,
    string Time,
    string Previous,
    string Hash)
{
    public static LedgerEntryResponse Of(LedgerEntry entry) => new(
        entry.Chain,
        entry.Sequence,
        entry.Transfer,
        entry.Reason,
        entry.Debit,
        entry.Credit,
        entry.Amount,
        entry.Round,
        entry.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
        entry.Previous,
        entry.Hash);
}
