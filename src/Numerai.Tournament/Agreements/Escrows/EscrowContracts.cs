using Numerai.Contracts;

namespace Numerai.Tournament.Agreements.Escrows;

/// <param name="Creator">One of the parties.</param>
public sealed record CreateEscrow(AccountId Creator, EscrowTerms Terms);

/// <param name="CommandId">Made by the caller; the same id again changes nothing.</param>
/// <param name="Delivery">SHA-256 of what was delivered, with <see cref="EscrowAction.Finalise"/>; null otherwise or where there is nothing
/// to hash.</param>
public sealed record EscrowCommand(string CommandId, AccountId Caller, EscrowAction Action, string? Delivery);

/// <param name="Deadline">Until when the seller has to deliver, once both deposits are in.</param>
/// <param name="Agreement">The agreement it was finalised into.</param>
/// <param name="Moving">Whether NMR is on its way between a wallet and the escrow.</param>
public sealed record EscrowView(
    AgreementId Id,
    EscrowTerms Terms,
    EscrowPhase Phase,
    DateTimeOffset Created,
    Nmr HeldStake,
    Nmr HeldPayment,
    DateTimeOffset? Deadline,
    string? Delivery,
    AgreementId? Agreement,
    bool Moving,
    LedgerHead LedgerHead);
