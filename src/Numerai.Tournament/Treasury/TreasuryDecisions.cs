using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger;

namespace Numerai.Tournament.Treasury;

/// <summary>What the treasury may do.</summary>
internal static class TreasuryDecisions
{
    public static Decision<TreasuryState, TreasuryView> Mint(TreasuryState state, Mint command, DateTimeOffset now)
    {
        if (CommandIdRule.Check(command.ExternalId) is { } invalid)
        {
            return invalid;
        }

        if (!command.Amount.IsPositive)
        {
            return new Refusal(RefusalCodes.InvalidAmount, $"The amount is {command.Amount} NMR; it must be positive.");
        }

        if (state.Mints.TryGetValue(command.ExternalId, out var booked))
        {
            return booked == command.Amount
                ? Decision<TreasuryState, TreasuryView>.Unchanged(state.View())
                : new Refusal(
                    RefusalCodes.CommandReused,
                    $"The id '{command.ExternalId}' was used for {booked} NMR; use a new id for another amount.");
        }

        var ledger = new LedgerWriter(TreasuryState.LedgerChain, state.LedgerHead, now);
        ledger.Post($"mint/{command.ExternalId}", LedgerReason.Mint, LedgerAccounts.Issued, LedgerAccounts.Treasury, command.Amount);
        var next = state with
        {
            Balance = state.Balance + command.Amount,
            Minted = state.Minted + command.Amount,
            LedgerHead = ledger.Head,
            Mints = state.Mints.Add(command.ExternalId, command.Amount),
        };
        return Decision<TreasuryState, TreasuryView>.Changed(next.View(), next, ledger.Events);
    }

    public static Decision<TreasuryState, TreasuryView> Reserve(TreasuryState state, RoundId round, Nmr amount)
    {
        if (state.ClosedRounds.Contains(round) || state.Reserved.ContainsKey(round))
        {
            return Decision<TreasuryState, TreasuryView>.Unchanged(state.View());
        }

        if (amount > state.Balance)
        {
            return new Refusal(
                RefusalCodes.TreasuryInsufficient,
                $"Round {round} may pay {amount} NMR, but the treasury holds {state.Balance} NMR; mint at least {amount - state.Balance} "
                    + "NMR, "
                + "then resolve the round again.");
        }

        var next = state with { Balance = state.Balance - amount, Reserved = state.Reserved.Add(round, amount) };
        return Decision<TreasuryState, TreasuryView>.Changed(next.View(), next);
    }

    public static Decision<TreasuryState, TreasuryView> Close(TreasuryState state, RoundId round, Nmr paid, Nmr burned)
    {
        if (state.ClosedRounds.Contains(round))
        {
            return Decision<TreasuryState, TreasuryView>.Unchanged(state.View());
        }

        if (!state.Reserved.TryGetValue(round, out var reserved) || paid > reserved)
        {
            throw new InvalidOperationException($"Round {round} paid {paid} NMR out of a reserve of {reserved} NMR.");
        }

        var closed = state.ClosedRounds.Add(round);
        var next = state with
        {
            Balance = state.Balance + (reserved - paid),
            Reserved = state.Reserved.Remove(round),
            Paid = state.Paid + paid,
            Burned = state.Burned + burned,
            ClosedRounds = closed.Count > TreasuryState.RememberedClosedRounds ? closed.RemoveAt(0) : closed,
        };
        return Decision<TreasuryState, TreasuryView>.Changed(next.View(), next);
    }

    public static Decision<TreasuryState, TreasuryView> ReserveGrants(TreasuryState state, int proposal, Nmr amount)
    {
        if (state.ReservedGrants.ContainsKey(proposal))
        {
            return Decision<TreasuryState, TreasuryView>.Unchanged(state.View());
        }

        if (amount > state.Balance)
        {
            return new Refusal(
                RefusalCodes.TreasuryInsufficient,
                $"Proposal {proposal} grants {amount} NMR, but the treasury holds {state.Balance} NMR; the proposal stays queued.");
        }

        var next = state with { Balance = state.Balance - amount, ReservedGrants = state.ReservedGrants.Add(proposal, amount) };
        return Decision<TreasuryState, TreasuryView>.Changed(next.View(), next);
    }

    public static Decision<TreasuryState, TreasuryView> CloseGrants(TreasuryState state, int proposal)
    {
        if (!state.ReservedGrants.TryGetValue(proposal, out var granted))
        {
            return Decision<TreasuryState, TreasuryView>.Unchanged(state.View());
        }

        var next = state with { Granted = state.Granted + granted, ReservedGrants = state.ReservedGrants.Remove(proposal) };
        return Decision<TreasuryState, TreasuryView>.Changed(next.View(), next);
    }
}
