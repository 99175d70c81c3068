using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger;

namespace Numerai.Tournament.Agreements;

/// <summary>
/// What happens in a griefing agreement. A command is begun (checked, and written down with the transfer it needs), the transfer is made
/// in the party's wallet, and the command is completed, or dropped when the wallet refuses.
/// </summary>
internal static class AgreementDecisions
{
    public static Decision<AgreementState, AgreementView> Create(
        AgreementState? state, AgreementId id, CreateAgreement command, DateTimeOffset now)
    {
        if (command.Creator != command.Terms.Staker && command.Creator != command.Terms.Counterparty)
        {
            return new Refusal(RefusalCodes.AgreementWrongParty, "Only the staker or the counterparty can create their agreement.");
        }

        if (command.Terms.Check() is { } refusal)
        {
            return refusal;
        }

        if (state is not null)
        {
            return state.Terms == command.Terms ? Decision<AgreementState, AgreementView>.Unchanged(state.View(now)) : Exists(id);
        }

        return Answer(New(id, command.Terms, now), [], now);
    }

    /// <summary>An escrow's agreement: it starts with the seller's stake and with the countdown running.</summary>
    public static Decision<AgreementState, AgreementView> Fund(
        AgreementState? state, AgreementId id, FundAgreement command, DateTimeOffset now)
    {
        if (state is not null)
        {
            return state.Terms == command.Terms ? Decision<AgreementState, AgreementView>.Unchanged(state.View(now)) : Exists(id);
        }

        var started = New(id, command.Terms, now);
        return Answer(
            started with
            {
                Stake = command.Stake,
                Deadline = now + command.Terms.Countdown,
            },
            [],
            now);
    }

    public static Decision<AgreementState, PendingAgreementCommand> Begin(
        AgreementState state, AgreementCommand command, DateTimeOffset now)
    {
        if (AgreementRules.Check(state, command.Action, command.Caller, now) is { } refusal)
        {
            return refusal;
        }

        var transfer = Plan(state, command);
        if (!transfer.Accepted)
        {
            return transfer.Refusal;
        }

        var pending = new PendingAgreementCommand(command, now, PayerOrPayee(state, command.Action), transfer.Value.Transfer);
        return Decision<AgreementState, PendingAgreementCommand>.Changed(
            pending, state with { Pending = pending, Transfers = transfer.Value.Transfer?.Sequence ?? state.Transfers });
    }

    public static Decision<AgreementState, AgreementView> Drop(AgreementState state, DateTimeOffset now)
    {
        var next = state with { Pending = null };
        return Decision<AgreementState, AgreementView>.Changed(next.View(now), next);
    }

    public static Decision<AgreementState, AgreementView> Complete(AgreementState state, DateTimeOffset now)
    {
        var (command, begun, _, _) = state.Pending!;
        var ledger = new LedgerWriter(state.LedgerChain, state.LedgerHead, now);
        var next = state with { Pending = null };
        next = command.Action switch
        {
            AgreementAction.Deposit or AgreementAction.Reward => next with { Stake = next.Stake + command.Amount },
            AgreementAction.Release => Lower(next, command.Amount),
            AgreementAction.Punish => Burn(next, command, ledger),
            AgreementAction.StartCountdown => next with { Deadline = begun + next.Terms.Countdown },
            AgreementAction.Retrieve => Lower(next, next.Stake),
            var other => throw new InvalidOperationException($"Agreement {state.Id} has begun the unknown action {other}."),
        };
        return Answer(next with { LedgerHead = ledger.Head, Answered = Remember(next, command) }, ledger.Events, now);
    }

    private static AgreementState New(AgreementId id, AgreementTerms terms, DateTimeOffset now) =>
        new(id, terms, now, Nmr.Zero, Nmr.Zero, null, false, LedgerHead.Genesis, 0, null, []);

    private static Refusal Exists(AgreementId id) => new(
        RefusalCodes.AgreementExists, $"Agreement {id} exists with other terms; use a new command id for another agreement.");

    private static AccountId PayerOrPayee(AgreementState state, AgreementAction action) =>
        action is AgreementAction.Reward or AgreementAction.Punish ? state.Terms.Counterparty : state.Terms.Staker;

    private static Outcome<Planned> Plan(AgreementState state, AgreementCommand command)
    {
        var amount = command.Amount;
        if (command.Action is AgreementAction.StartCountdown or AgreementAction.Retrieve)
        {
            return !amount.IsZero ? new Refusal(RefusalCodes.InvalidAmount, "This action takes no amount; leave it out.")
                : command.Action == AgreementAction.StartCountdown ? new Planned(null)
                : Wallet(state, LedgerReason.AgreementReturn, incoming: true, state.Stake);
        }

        if (!amount.IsPositive)
        {
            return new Refusal(RefusalCodes.InvalidAmount, $"The amount is {amount} NMR; it must be positive.");
        }

        if (command.Action is AgreementAction.Deposit or AgreementAction.Reward)
        {
            return Wallet(state, LedgerReason.AgreementDeposit, incoming: false, amount);
        }

        if (amount > state.Stake)
        {
            return new Refusal(
                RefusalCodes.StakeInsufficient,
                $"The stake of agreement {state.Id} is {state.Stake} NMR, less than the {amount} NMR asked for.");
        }

        return command.Action == AgreementAction.Release
            ? Wallet(state, LedgerReason.AgreementReturn, incoming: true, amount)
            : PlanPunishment(state, amount);
    }

    private static Outcome<Planned> PlanPunishment(AgreementState state, Nmr amount)
    {
        var cost = state.Terms.Ratio.CostOf(amount);
        return !cost.Accepted ? cost.Refusal
            : cost.Value.IsZero ? new Planned(null)
            : new Planned(new WalletTransfer(
                state.LedgerChain, state.Transfers + 1, LedgerReason.Punishment, LedgerAccounts.Burned, false, cost.Value));
    }

    private static Planned Wallet(AgreementState state, LedgerReason reason, bool incoming, Nmr amount) =>
        new(new WalletTransfer(
            state.LedgerChain, state.Transfers + 1, reason, LedgerAccounts.Agreement(state.Id), incoming, amount));

    private static AgreementState Lower(AgreementState state, Nmr amount) =>
        state with { Stake = state.Stake - amount, Ended = amount == state.Stake };

    private static AgreementState Burn(AgreementState state, AgreementCommand command, LedgerWriter ledger)
    {
        var cost = state.Terms.Ratio.CostOf(command.Amount).Require();
        ledger.Post(
            $"{state.LedgerChain}/{command.CommandId}",
            LedgerReason.Punishment,
            LedgerAccounts.Agreement(state.Id),
            LedgerAccounts.Burned,
            command.Amount);
        return Lower(state, command.Amount) with { Burned = state.Burned + command.Amount + cost };
    }

    private static ImmutableList<AgreementCommand> Remember(AgreementState state, AgreementCommand command)
    {
        var answered = state.Answered.Add(command);
        return answered.Count > AgreementState.RememberedCommands ? answered.RemoveAt(0) : answered;
    }

    private static Decision<AgreementState, AgreementView> Answer(
        AgreementState state, ImmutableArray<TournamentEvent> events, DateTimeOffset now)
    {
        var listed = new AgreementChanged(
            state.Id,
            state.Terms.Type == AgreementType.Simple ? AgreementKinds.Simple : AgreementKinds.Countdown,
            state.Terms.Staker,
            state.Terms.Counterparty,
            state.PhaseAt(now).ToString(),
            state.Stake,
            Nmr.Zero,
            state.Terms.Metadata,
            state.Created,
            state.Deadline);
        return Decision<AgreementState, AgreementView>.Changed(state.View(now), state, events.Add(listed));
    }

    private sealed record Planned(WalletTransfer? Transfer);
}
