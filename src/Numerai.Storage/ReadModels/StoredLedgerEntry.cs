using Numerai.Contracts;
using Numerai.Tournament.Ledger;

namespace Numerai.Storage.ReadModels;

/// <summary>A ledger entry in the types of the database.</summary>
internal sealed class StoredLedgerEntry
{
    /// <summary>Filled where it is asked for.</summary>
    public long Position { get; init; }

    public string Chain { get; init; } = string.Empty;

    public long Sequence { get; init; }

    public string Transfer { get; init; } = string.Empty;

    public string Reason { get; init; } = string.Empty;

    public string Debit { get; init; } = string.Empty;

    public string Credit { get; init; } = string.Empty;

    public string Amount { get; init; } = "0";

    public string? Round { get; init; }

    public string Time { get; init; } = string.Empty;

    public string Previous { get; init; } = string.Empty;

    public string Hash { get; init; } = string.Empty;

    public LedgerEntry ToEntry() => new(
        Chain,
        Sequence,
        Transfer,
        Enum.Parse<LedgerReason>(Reason),
        Debit,
        Credit,
        Nmr.Parse(Amount),
        Round is null ? null : RoundId.Parse(Round),
        StoredTime.Read(Time),
        Previous,
        Hash);
}
