using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger;

namespace Numerai.Tournament.Treasury;

/// <summary>Books what emission schedules issue.</summary>
internal static class EmissionDecisions
{
    /// <summary>
    /// Each due date of a tournament once, in order: one that is not later than the latest booked has been booked already.
    /// </summary>
    public static Decision<TreasuryState, TreasuryView> Emit(TreasuryState state, ImmutableArray<Emission> emissions, DateTimeOffset now)
    {
        var ledger = new LedgerWriter(TreasuryState.LedgerChain, state.LedgerHead, now);
        var next = state;
        foreach (var emission in emissions)
        {
            var tournament = emission.Tournament.Number;
            var total = next.Emissions.GetValueOrDefault(tournament, new EmissionTotal(DateTimeOffset.MinValue, 0, Nmr.Zero));
            if (emission.Due <= total.LastDue)
            {
                continue;
            }

            ledger.Post(emission.Transfer, LedgerReason.Emission, LedgerAccounts.Issued, LedgerAccounts.Treasury, emission.Amount);
            next = next with
            {
                Balance = next.Balance + emission.Amount,
                Minted = next.Minted + emission.Amount,
                Emissions = next.Emissions.SetItem(
                    tournament, new EmissionTotal(emission.Due, total.Count + 1, total.Amount + emission.Amount)),
            };
        }

        if (ReferenceEquals(next, state))
        {
            return Decision<TreasuryState, TreasuryView>.Unchanged(state.View());
        }

        next = next with { LedgerHead = ledger.Head };
        return Decision<TreasuryState, TreasuryView>.Changed(next.View(), next, ledger.Events);
    }
}
