using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Agreements;

/// <summary>An agreement, escrow or feed as it stands after a change; the registry lists the latest.</summary>
/// <param name="Kind">"simple", "countdown", "escrow" or "feed".</param>
/// <param name="Staker">Staker, seller or author.</param>
/// <param name="Counterparty">Counterparty or buyer; a feed has none.</param>
/// <param name="Deadline">When the phase ends by itself: a countdown, or the time for delivery.</param>
public sealed record AgreementChanged(
    AgreementId Id,
    string Kind,
    AccountId Staker,
    AccountId? Counterparty,
    string Phase,
    Nmr Stake,
    Nmr Payment,
    string Metadata,
    DateTimeOffset Created,
    DateTimeOffset? Deadline) : TournamentEvent;

/// <param name="Proof">SHA-256 over author, salt and data.</param>
public sealed record FeedPosted(AgreementId Feed, int Index, string Proof) : TournamentEvent;

public sealed record FeedPostRevealed(AgreementId Feed, int Index, string Proof, ObjectReference Content) : TournamentEvent;
