using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger;

namespace Numerai.Tournament.Agreements.Escrows;

/// <summary>
/// What happens in an escrow. As with agreements a command is begun with the transfers it needs, these are made, and it is completed, or
/// dropped when a wallet refuses.
/// </summary>
internal static class EscrowDecisions
{
    public static Decision<EscrowState, EscrowView> Create(EscrowState? state, AgreementId id, CreateEscrow command, DateTimeOffset now)
    {
        if (command.Creator != command.Terms.Seller && command.Creator != command.Terms.Buyer)
        {
            return new Refusal(RefusalCodes.AgreementWrongParty, "Only the seller or the buyer can create their escrow.");
        }

        if (command.Terms.Check() is { } refusal)
        {
            return refusal;
        }

        if (state is not null)
        {
            return state.Terms == command.Terms
                ? Decision<EscrowState, EscrowView>.Unchanged(state.View(now))
                : new Refusal(
                    RefusalCodes.AgreementExists, $"Escrow {id} exists with other terms; use a new command id for another escrow.");
        }

        return Answer(
            new EscrowState(
                id, command.Terms, now, false, false, null, null, null, LedgerHead.Genesis, 0, null, []),
            [],
            now);
    }

    public static Decision<EscrowState, PendingEscrowCommand> Begin(EscrowState state, EscrowCommand command, DateTimeOffset now)
    {
        if (EscrowRules.Check(state, command.Action, command.Caller, now) is { } refusal)
        {
            return refusal;
        }

        if (command.Delivery is { } delivery)
        {
            if (command.Action != EscrowAction.Finalise)
            {
                return new Refusal(RefusalCodes.InvalidRequest, "Only the seller who finalises the escrow names a delivery; leave it out.");
            }

            if (AgreementTerms.CheckMetadata(delivery) is not null)
            {
                return new Refusal(
                    RefusalCodes.InvalidRequest,
                    $"The delivery is '{delivery}'; it is a SHA-256 hash of 64 lower-case hexadecimal digits.");
            }
        }

        var pending = new PendingEscrowCommand(command, now, Transfers(state, command.Action));
        return Decision<EscrowState, PendingEscrowCommand>.Changed(
            pending, state with { Pending = pending, Transfers = state.Transfers + pending.Transfers.Length });
    }

    public static Decision<EscrowState, EscrowView> Drop(EscrowState state, DateTimeOffset now)
    {
        var next = state with { Pending = null };
        return Decision<EscrowState, EscrowView>.Changed(next.View(now), next);
    }

    public static Decision<EscrowState, EscrowView> Complete(EscrowState state, DateTimeOffset now)
    {
        var (command, begun, _) = state.Pending!;
        var ledger = new LedgerWriter(state.LedgerChain, state.LedgerHead, now);
        var next = state with { Pending = null };
        next = command.Action switch
        {
            EscrowAction.DepositStake => Deposited(next with { StakeIn = true }, begun),
            EscrowAction.DepositPayment => Deposited(next with { PaymentIn = true }, begun),
            EscrowAction.Finalise => Finalise(next, command, ledger),
            EscrowAction.Cancel => Ended(next, EscrowPhase.Cancelled),
            EscrowAction.TimeOut => Ended(next, EscrowPhase.TimedOut),
            var other => throw new InvalidOperationException($"Escrow {state.Id} has begun the unknown action {other}."),
        };
        var answered = next.Answered.Add(command);
        next = next with
        {
            LedgerHead = ledger.Head,
            Answered = answered.Count > EscrowState.RememberedCommands ? answered.RemoveAt(0) : answered,
        };
        return Answer(next, ledger.Events, now);
    }

    private static ImmutableArray<EscrowTransfer> Transfers(EscrowState state, EscrowAction action)
    {
        var terms = state.Terms;
        var transfers = ImmutableArray.CreateBuilder<EscrowTransfer>();
        switch (action)
        {
            case EscrowAction.DepositStake:
                Add(terms.Seller, LedgerReason.AgreementDeposit, incoming: false, terms.Stake);
                break;
            case EscrowAction.DepositPayment:
                Add(terms.Buyer, LedgerReason.AgreementDeposit, incoming: false, terms.Payment);
                break;
            case EscrowAction.Finalise:
                Add(terms.Seller, LedgerReason.AgreementPayment, incoming: true, terms.Payment);
                break;
            default:
                Add(terms.Seller, LedgerReason.AgreementReturn, incoming: true, state.HeldStake);
                Add(terms.Buyer, LedgerReason.AgreementReturn, incoming: true, state.HeldPayment);
                break;
        }

        return transfers.ToImmutable();

        void Add(AccountId account, LedgerReason reason, bool incoming, Nmr amount)
        {
            if (amount.IsPositive)
            {
                transfers.Add(new EscrowTransfer(account, new WalletTransfer(
                    state.LedgerChain,
                    state.Transfers + transfers.Count + 1,
                    reason,
                    LedgerAccounts.Agreement(state.Id),
                    incoming,
                    amount)));
            }
        }
    }

    private static EscrowState Deposited(EscrowState state, DateTimeOffset begun) =>
        state is { StakeIn: true, PaymentIn: true } ? state with { Deadline = begun + state.Terms.DeliverWithin } : state;

    private static EscrowState Finalise(EscrowState state, EscrowCommand command, LedgerWriter ledger)
    {
        ledger.Post(
            $"{state.LedgerChain}/finalised",
            LedgerReason.AgreementFunding,
            LedgerAccounts.Agreement(state.Id),
            LedgerAccounts.Agreement(NamedUuid.AgreementOf(state.Id)),
            state.Terms.Stake);
        return Ended(state, EscrowPhase.Finalised) with { Delivery = command.Delivery };
    }

    private static EscrowState Ended(EscrowState state, EscrowPhase end) => state with { End = end, StakeIn = false, PaymentIn = false };

    private static Decision<EscrowState, EscrowView> Answer(EscrowState state, ImmutableArray<TournamentEvent> events, DateTimeOffset now)
    {
        var listed = new AgreementChanged(
            state.Id,
            AgreementKinds.Escrow,
            state.Terms.Seller,
            state.Terms.Buyer,
            state.PhaseAt(now).ToString(),
            state.HeldStake,
            state.HeldPayment,
            state.Terms.Metadata,
            state.Created,
            state.Deadline);
        return Decision<EscrowState, EscrowView>.Changed(state.View(now), state, events.Add(listed));
    }
}
