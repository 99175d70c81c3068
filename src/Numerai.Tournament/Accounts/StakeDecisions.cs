using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger;

namespace Numerai.Tournament.Accounts;

/// <summary>Stake increases, decreases and drains, and the snapshot a closing round takes.</summary>
internal static class StakeDecisions
{
    /// <summary>What the ids of changes that a portfolio makes begin with.</summary>
    public const string PortfolioSteps = "portfolio/";

    public static Decision<ParticipantState, StakeChangeView> Change(ParticipantState state, ChangeStake command, DateTimeOffset now)
    {
        if (CommandIdRule.Check(command.CommandId) is { } invalid)
        {
            return invalid;
        }

        if (command.CommandId.StartsWith(PortfolioSteps, StringComparison.Ordinal))
        {
            return new Refusal(
                RefusalCodes.InvalidRequest, $"Command ids that begin with '{PortfolioSteps}' are those of portfolios; use another one.");
        }

        if (state.RecentStakeChanges.FindLast(answered => answered.CommandId == command.CommandId) is { } earlier)
        {
            return earlier.Command == command with { Rules = null }
                ? Decision<ParticipantState, StakeChangeView>.Unchanged(earlier.Answer)
                : new Refusal(
                    RefusalCodes.CommandReused, $"The command id '{command.CommandId}' was used for another stake change; use a new one.");
        }

        var decision = Decide(state, command, now);
        return decision.Next is { } next
            ? decision with
            {
                Next = Remember(
                    next, new AnsweredStakeChange(command.CommandId, command with { Rules = null }, decision.Outcome.Require())),
            }
            : decision;
    }

    /// <summary>
    /// Snapshots stakes at risk; a model that is already pinned keeps its first snapshot. A round that is over for this account is asked
    /// about only by a process that froze and woke: it changes nothing.
    /// </summary>
    public static Decision<ParticipantState, ImmutableArray<PinnedStake>> Pin(
        ParticipantState state, RoundId round, ImmutableArray<ModelId> models)
    {
        var over = state.RecentSettlements.ContainsKey(round);
        var all = state.Models;
        var pinned = ImmutableArray.CreateBuilder<PinnedStake>(models.Length);
        foreach (var id in models)
        {
            if (!all.TryGetValue(id, out var model))
            {
                throw new InvalidOperationException($"Round {round} asks account {state.Id} for model {id}, which it does not have.");
            }

            if (!over && !model.AtRisk.ContainsKey(round) && model.Active.IsPositive)
            {
                model = model with { AtRisk = model.AtRisk.Add(round, model.Active) };
                all = all.SetItem(id, model);
            }

            pinned.Add(new PinnedStake(id, model.AtRisk.GetValueOrDefault(round)));
        }

        var answer = pinned.ToImmutable();
        return ReferenceEquals(all, state.Models)
            ? Decision<ParticipantState, ImmutableArray<PinnedStake>>.Unchanged(answer)
            : Decision<ParticipantState, ImmutableArray<PinnedStake>>.Changed(answer, state with { Models = all });
    }

    private static Decision<ParticipantState, StakeChangeView> Decide(ParticipantState state, ChangeStake command, DateTimeOffset now)
    {
        if (!state.Models.TryGetValue(command.Model, out var model))
        {
            return new Refusal(RefusalCodes.ModelNotOwned, $"The account has no model {command.Model}.");
        }

        if ((PortfolioDecisions.CheckOutside(state,
            command.Model) ?? (command.To is { } to ? PortfolioDecisions.CheckOutside(state, to) : null)) is { } taken)
        {
            return taken;
        }

        if (command.Type != StakeChangeType.Drain && !command.Amount.IsPositive)
        {
            return new Refusal(RefusalCodes.InvalidAmount, $"The amount is {command.Amount} NMR; it must be positive.");
        }

        return command.Type switch
        {
            StakeChangeType.Increase => Increase(state, model, command, now),
            StakeChangeType.Move => StakeMoves.Move(state, model, command, now),
            StakeChangeType.Drain => Decrease(state, model, command, model.Active, now),
            _ => Decrease(state, model, command, command.Amount, now),
        };
    }

    private static Decision<ParticipantState, StakeChangeView> Increase(
        ParticipantState state, ModelStake model, ChangeStake command, DateTimeOffset now)
    {
        if (CheckIncrease(state, command.Amount) is { } refusal)
        {
            return refusal;
        }

        var ledger = new LedgerWriter(state.LedgerChain, state.LedgerHead, now);
        ledger.Post(
            TransferId(state, command), LedgerReason.StakeIncrease, LedgerAccounts.Wallet(state.Id), LedgerAccounts.Stake(command.Model),
            command.Amount);
        var changed = model with { Active = model.Active + command.Amount };
        return Answer(state, command, command.Amount, state.Wallet - command.Amount, changed, [], ledger);
    }

    private static Decision<ParticipantState, StakeChangeView> Decrease(
        ParticipantState state, ModelStake model, ChangeStake command, Nmr amount, DateTimeOffset now)
    {
        if (CheckActive(model, amount, "to release") is { } refusal)
        {
            return refusal;
        }

        var ledger = new LedgerWriter(state.LedgerChain, state.LedgerHead, now);
        var waitsFor = model.AtRisk.Keys.ToImmutableSortedSet();
        var stake = LedgerAccounts.Stake(command.Model);
        var changed = model with { Active = model.Active - amount };
        if (waitsFor.IsEmpty)
        {
            // Nothing of it is at risk anywhere, so there is nothing to wait for.
            ledger.Post(TransferId(state, command), LedgerReason.StakeRelease, stake, LedgerAccounts.Wallet(state.Id), amount);
            return Answer(state, command, amount, state.Wallet + amount, changed, [], ledger);
        }

        ledger.Post(TransferId(state, command), LedgerReason.StakeDecrease, stake, LedgerAccounts.Pending(command.Model), amount);
        changed = changed.Release(new PendingRelease(command.CommandId, amount, now, waitsFor));
        return Answer(state, command, amount, state.Wallet, changed, [.. waitsFor], ledger);
    }

    private static Decision<ParticipantState, StakeChangeView> Answer(
        ParticipantState state,
        ChangeStake command,
        Nmr amount,
        Nmr wallet,
        ModelStake model,
        ImmutableArray<RoundId> waitsFor,
        LedgerWriter ledger)
    {
        var answer = new StakeChangeView(
            command.Model, command.Type, waitsFor.IsEmpty ? "done" : "pending", amount, model.Active, model.Pending, wallet, waitsFor);
        ledger.Add(new StakeChanged(command.Model, model.Active, model.Pending));
        var next = state with
        {
            Wallet = wallet,
            Models = state.Models.SetItem(command.Model, model),
            LedgerHead = ledger.Head,
        };
        return Decision<ParticipantState, StakeChangeView>.Changed(answer, next, ledger.Events);
    }

    /// <summary>Null when the wallet has an amount that may be staked.</summary>
    internal static Refusal? CheckIncrease(ParticipantState state, Nmr amount) =>
        HoldDecisions.CheckSpending(state, amount, "to stake")
        ?? (amount <= state.Wallet ? null : new Refusal(
            RefusalCodes.BalanceInsufficient, $"The wallet holds {state.Wallet} NMR, less than the {amount} NMR to stake."));

    /// <summary>Null when a model has an active stake of an amount.</summary>
    internal static Refusal? CheckActive(ModelStake model, Nmr amount, string purpose) =>
        amount.IsPositive && amount <= model.Active ? null : new Refusal(
            RefusalCodes.StakeInsufficient,
            amount.IsPositive
                ? $"The model's active stake is {model.Active} NMR, less than the {amount} NMR {purpose}."
                : $"The model has no active stake {purpose}.");

    private static ParticipantState Remember(ParticipantState state, AnsweredStakeChange answered)
    {
        var recent = state.RecentStakeChanges.Add(answered);
        return state with { RecentStakeChanges = recent.Count > ParticipantState.RememberedStakeChanges ? recent.RemoveAt(0) : recent };
    }

    internal static string TransferId(ParticipantState state, ChangeStake command) => $"{state.Id}/stake/{command.CommandId}";
}
