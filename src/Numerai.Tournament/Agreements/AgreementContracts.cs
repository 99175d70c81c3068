using Numerai.Contracts;

namespace Numerai.Tournament.Agreements;

/// <param name="Creator">One of the parties.</param>
public sealed record CreateAgreement(AccountId Creator, AgreementTerms Terms);

/// <param name="CommandId">Made by the caller; the same id again changes nothing.</param>
/// <param name="Amount">What to move or burn; zero for starting the countdown and for retrieving.</param>
public sealed record AgreementCommand(string CommandId, AccountId Caller, AgreementAction Action, Nmr Amount);

/// <summary>An escrow hands over the seller's stake: the agreement starts with it, and with its countdown running.</summary>
public sealed record FundAgreement(AgreementId Escrow, AgreementTerms Terms, Nmr Stake);

/// <param name="Deadline">When the countdown ends, once it was started.</param>
/// <param name="Burned">Stake burned by punishments and what they cost.</param>
/// <param name="Moving">Whether NMR is on its way between a wallet and the agreement.</param>
public sealed record AgreementView(
    AgreementId Id,
    AgreementTerms Terms,
    AgreementPhase Phase,
    DateTimeOffset Created,
    Nmr Stake,
    Nmr Burned,
    DateTimeOffset? Deadline,
    bool Moving,
    LedgerHead LedgerHead);
