using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger;

namespace Numerai.Tournament.Accounts;

/// <summary>
/// Holds on an account. What is held stands in a ledger account of its own, so that nothing that spends the wallet reaches it.
/// </summary>
internal static class HoldDecisions
{
    /// <summary>The operator places holds by hand; each is looked at by every command that spends.</summary>
    private const int MostInForce = 20;
    private const int LongestReason = 200;

    public static Decision<ParticipantState, Hold> Place(ParticipantState state, PlaceHold command, DateTimeOffset now)
    {
        if (Check(command) is { } invalid)
        {
            return invalid;
        }

        if (state.Holds.Find(hold => hold.Id == command.HoldId) is { } placed)
        {
            var same = (placed.Reason, placed.Until, placed.WholeAccount) == (command.Reason, command.Until, command.Amount is null)
                && (command.Amount is null || command.Amount == placed.Amount);
            return same ? Decision<ParticipantState, Hold>.Unchanged(placed) : CommandIdRule.Reused(command.HoldId);
        }

        if (command.Until <= now)
        {
            return new Refusal(
                RefusalCodes.InvalidRequest, $"The hold would end at {Time(command.Until.Value)}, which is not later than now.");
        }

        if (state.Holds.Count(hold => hold.InForce) >= MostInForce)
        {
            return new Refusal(
                RefusalCodes.HoldLimitReached, $"The account has {MostInForce} holds in force, which is the limit; release one first.");
        }

        if (command.Amount > state.Wallet)
        {
            return new Refusal(
                RefusalCodes.BalanceInsufficient,
                $"The wallet has {state.Wallet} NMR that are not held, less than the {command.Amount} NMR to hold; leave the amount out "
                    + "to hold the whole account.");
        }

        var hold = new Hold(
            command.HoldId, command.Amount ?? state.Wallet, command.Amount is null, command.Reason, now, command.Until, null);
        var ledger = new LedgerWriter(state.LedgerChain, state.LedgerHead, now);
        ledger.Post(
            $"{state.Id}/hold/{hold.Id}", LedgerReason.Hold, LedgerAccounts.Wallet(state.Id), LedgerAccounts.Held(state.Id), hold.Amount);
        ledger.Add(new HoldChanged(state.Id, hold.Id, true, hold.WholeAccount, hold.Amount));
        var next = state with { Wallet = state.Wallet - hold.Amount, Holds = state.Holds.Add(hold), LedgerHead = ledger.Head };
        return Decision<ParticipantState, Hold>.Changed(hold, next, ledger.Events);
    }

    public static Decision<ParticipantState, Hold> Release(ParticipantState state, string holdId, DateTimeOffset now)
    {
        if (state.Holds.Find(candidate => candidate.Id == holdId) is not { } hold)
        {
            return new Refusal(RefusalCodes.HoldNotFound, $"The account has no hold '{holdId}'.");
        }

        if (!hold.InForce)
        {
            return Decision<ParticipantState, Hold>.Unchanged(hold);
        }

        var ledger = new LedgerWriter(state.LedgerChain, state.LedgerHead, now);
        return Decision<ParticipantState, Hold>.Changed(hold with { Ended = now }, End(state, hold, now, ledger), ledger.Events);
    }

    /// <summary>Decides on the account as it is once the holds whose time has come have ended.</summary>
    public static Decision<ParticipantState, T> AfterLapsed<T>(
        ParticipantState state, DateTimeOffset now, Func<ParticipantState, DateTimeOffset, Decision<ParticipantState, T>> decide)
    {
        var lapsed = state.Holds.FindAll(hold => hold.IsOver(now));
        if (lapsed.IsEmpty)
        {
            return decide(state, now);
        }

        var ledger = new LedgerWriter(state.LedgerChain, state.LedgerHead, now);
        var current = lapsed.Aggregate(state, (next, hold) => End(next, hold, hold.Until!.Value, ledger));
        var decision = decide(current, now);
        return decision with { Next = decision.Next ?? current, Events = [.. ledger.Events, .. decision.Events] };
    }

    /// <summary>Null when an amount may leave the wallet as far as holds go, else what keeps it.</summary>
    /// <param name="purpose">Such as "to withdraw".</param>
    public static Refusal? CheckSpending(ParticipantState state, Nmr amount, string purpose)
    {
        if (state.WholeHold is { } whole)
        {
            return new Refusal(RefusalCodes.FundsHeld, $"{Name(whole)} is on the whole account, so there is no NMR {purpose}.");
        }

        return amount > state.Wallet && amount <= state.Wallet + state.Held
            ? new Refusal(
                RefusalCodes.FundsHeld,
                $"The wallet has {state.Wallet} NMR that are not held, less than the {amount} NMR {purpose}: "
                + string.Join("; ", state.Holds.Where(hold => hold.InForce).Select(hold => $"{Name(hold)} keeps {hold.Amount} NMR")) + ".")
            : null;
    }

    private static ParticipantState End(ParticipantState state, Hold hold, DateTimeOffset ended, LedgerWriter ledger)
    {
        ledger.Post(
            $"{state.Id}/hold-release/{hold.Id}", LedgerReason.HoldRelease, LedgerAccounts.Held(state.Id), LedgerAccounts.Wallet(state.Id),
            hold.Amount);
        ledger.Add(new HoldChanged(state.Id, hold.Id, false, hold.WholeAccount, hold.Amount));
        return state with
        {
            Wallet = state.Wallet + hold.Amount,
            Holds = Remembered(state.Holds.Replace(hold, hold with { Ended = ended })),
            LedgerHead = ledger.Head,
        };
    }

    /// <summary>Without those that ended first, where more have ended than are remembered.</summary>
    private static ImmutableList<Hold> Remembered(ImmutableList<Hold> holds)
    {
        var ended = holds.FindAll(hold => !hold.InForce);
        return holds.RemoveRange(ended.OrderBy(hold => hold.Ended).Take(ended.Count - ParticipantState.RememberedHolds));
    }

    private static Refusal? Check(PlaceHold command) =>
        CommandIdRule.Check(command.HoldId) is { } invalid ? invalid
        : string.IsNullOrWhiteSpace(command.Reason) || command.Reason.Length > LongestReason || command.Reason.Any(char.IsControl)
            ? new Refusal(RefusalCodes.InvalidRequest, $"The reason is 1 to {LongestReason} characters without control characters.")
        : command.Amount is { IsPositive: false } amount
            ? new Refusal(RefusalCodes.InvalidAmount, $"The amount is {amount} NMR; it must be positive, or absent for the whole account.")
        : null;

    private static string Name(Hold hold) =>
        $"Hold '{hold.Id}' ({hold.Reason}; {(hold.Until is { } until ? $"until {Time(until)}" : "until it is released")})";

    private static string Time(DateTimeOffset time) => $"{time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}";
}
