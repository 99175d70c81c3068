using Numerai.Contracts;

namespace Numerai.Client.Ledger;

/// <summary>One transfer between two ledger accounts, linked by hash to the entry before it in its chain.</summary>
/// <param name="Reason">"mint", "deposit", "withdrawal", "stake_increase", "stake_decrease", "stake_release", "payout" or "burn".</param>
public sealed record LedgerEntry(
    string Chain,
    long Sequence,
    string Transfer,
    string Reason,
    string Debit,
    string Credit,
    Nmr Amount,
    string? Round,
    string Time,
    string Previous,
    string Hash);
