using Numerai.Contracts;

namespace Numerai.Tournament.Ledger;

/// <summary>
/// One transfer of a positive amount between two ledger accounts, linked to the entry before it in the chain of the actor that posted it.
/// </summary>
/// <param name="Transfer">Made by whoever caused the transfer; unique in the ledger, so a retry is recognised.</param>
/// <param name="Sequence">1, 2, 3 ... within the chain.</param>
/// <param name="Previous">Hash of the entry before, or 64 zeros for the first.</param>
/// <param name="Hash">SHA-256 (hexadecimal) over all the other fields; see <see cref="LedgerChain"/>.</param>
public sealed record LedgerEntry(
    string Chain,
    long Sequence,
    string Transfer,
    LedgerReason Reason,
    string Debit,
    string Credit,
    Nmr Amount,
    RoundId? Round,
    DateTimeOffset Time,
    string Previous,
    string Hash);
