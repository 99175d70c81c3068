using Numerai.Contracts;

namespace Numerai.Tournament.Standings.Rows;

/// <summary>An agreement, escrow or feed as it stood after its latest change.</summary>
/// <param name="Kind">"simple", "countdown", "escrow" or "feed".</param>
/// <param name="Staker">Staker, seller or author.</param>
/// <param name="Counterparty">Counterparty or buyer; a feed has none.</param>
/// <param name="Deadline">When the phase ends by itself.</param>
public sealed record AgreementRow(
    AgreementId Id,
    string Kind,
    AccountId Staker,
    AccountId? Counterparty,
    string Phase,
    Nmr Stake,
    Nmr Payment,
    string Metadata,
    DateTimeOffset Created,
    DateTimeOffset? Deadline)
{
    /// <summary>The phase as it is now: a deadline passes without anybody doing anything.</summary>
    public string PhaseAt(DateTimeOffset now) => (Phase, now >= Deadline) switch
    {
        ("CountingDown", true) => "Expired",
        ("Deposited", true) => "Overdue",
        _ => Phase,
    };
}
