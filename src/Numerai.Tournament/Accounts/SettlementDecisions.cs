using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger;
using Numerai.Tournament.Rounds.Settlement;

namespace Numerai.Tournament.Accounts;

/// <summary>What a resolved or cancelled round does to one account.</summary>
internal static class SettlementDecisions
{
    public static Decision<ParticipantState, SettlementReceipt> Settle(
        ParticipantState state, RoundId round, ImmutableArray<SettlementEntry> entries, DateTimeOffset now)
    {
        if (state.RecentSettlements.TryGetValue(round, out var earlier))
        {
            return Decision<ParticipantState, SettlementReceipt>.Unchanged(earlier);
        }

        var ledger = new LedgerWriter(state.LedgerChain, state.LedgerHead, now);
        var next = state;
        var receipt = new SettlementReceipt(round, Nmr.Zero, Nmr.Zero);
        foreach (var entry in entries)
        {
            (next, var burned) = Apply(next, entry, ledger);
            receipt = receipt with { Paid = receipt.Paid + entry.Payout, Burned = receipt.Burned + burned };
        }

        next = Free(next, round, ledger, now);
        return Decision<ParticipantState, SettlementReceipt>.Changed(
            receipt, next with { LedgerHead = ledger.Head, RecentSettlements = Remember(next, round, receipt) }, ledger.Events);
    }

    /// <summary>
    /// Takes a cancelled round off the account, and leaves a receipt of nothing, so that a snapshot that comes late finds it over.
    /// </summary>
    public static Decision<ParticipantState, int> Unpin(ParticipantState state, RoundId round, DateTimeOffset now)
    {
        var count = state.Models.Values.Count(model => model.AtRisk.ContainsKey(round));
        if (count == 0 && state.RecentSettlements.ContainsKey(round))
        {
            return Decision<ParticipantState, int>.Unchanged(0);
        }

        var ledger = new LedgerWriter(state.LedgerChain, state.LedgerHead, now);
        var next = count == 0 ? state : Free(state, round, ledger, now);
        var receipt = state.RecentSettlements.GetValueOrDefault(round) ?? new SettlementReceipt(round, Nmr.Zero, Nmr.Zero);
        return Decision<ParticipantState, int>.Changed(
            count, next with { LedgerHead = ledger.Head, RecentSettlements = Remember(next, round, receipt) }, ledger.Events);
    }

    /// <summary>
    /// Decides on the account without rounds that are over for it and yet stand at risk: version 0.1 took snapshots that came too late, and
    /// nobody would ever take them off.
    /// </summary>
    public static Decision<ParticipantState, T> WithoutOver<T>(
        ParticipantState state, DateTimeOffset now, Func<ParticipantState, DateTimeOffset, Decision<ParticipantState, T>> decide)
    {
        var over = state.Models.Values.SelectMany(model => model.AtRisk.Keys).Where(state.RecentSettlements.ContainsKey).ToHashSet();
        if (over.Count == 0)
        {
            return decide(state, now);
        }

        var ledger = new LedgerWriter(state.LedgerChain, state.LedgerHead, now);
        var current = over.Order().Aggregate(state, (next, round) => Free(next, round, ledger, now)) with { LedgerHead = ledger.Head };
        var decision = decide(current, now);
        return decision with { Next = decision.Next ?? current, Events = [.. ledger.Events, .. decision.Events] };
    }

    private static (ParticipantState State, Nmr Burned) Apply(ParticipantState state, SettlementEntry entry, LedgerWriter ledger)
    {
        var model = state.Models[entry.Model];
        if (model.AtRisk.GetValueOrDefault(entry.Round) != entry.AtRisk)
        {
            throw new InvalidOperationException(
                $"Round {entry.Round} settles {entry.AtRisk} NMR at risk for model {entry.Model}, but its snapshot differs.");
        }

        var stake = LedgerAccounts.Stake(entry.Model);
        var transfer = $"{entry.Round}/{entry.Model}";
        ledger.Post($"payout/{transfer}", LedgerReason.Payout, LedgerAccounts.Treasury, stake, entry.Payout, entry.Round);
        model = model with { Active = model.Active + entry.Payout };

        var fromActive = Nmr.Min(entry.Burn, model.Active);
        ledger.Post($"burn/{transfer}", LedgerReason.Burn, stake, LedgerAccounts.Burned, fromActive, entry.Round);
        model = model with { Active = model.Active - fromActive };

        var (releases, fromPending) = BurnPending(model.Releases, entry.Burn - fromActive);
        ledger.Post(
            $"burn-pending/{transfer}", LedgerReason.Burn, LedgerAccounts.Pending(entry.Model), LedgerAccounts.Burned, fromPending,
            entry.Round);
        model = model with { Releases = releases };
        return (state with { Models = state.Models.SetItem(entry.Model, model) }, fromActive + fromPending);
    }

    /// <summary>Burns from the oldest release first; what no release covers is not burned, since nothing goes below zero.</summary>
    private static (ImmutableList<PendingRelease> Releases, Nmr Burned) BurnPending(ImmutableList<PendingRelease> releases, Nmr amount)
    {
        var left = amount;
        var kept = ImmutableList.CreateBuilder<PendingRelease>();
        foreach (var release in releases)
        {
            var burn = Nmr.Min(left, release.Amount);
            left -= burn;
            if (burn < release.Amount)
            {
                kept.Add(release with { Amount = release.Amount - burn });
            }
        }

        return (kept.ToImmutable(), amount - left);
    }

    /// <summary>
    /// Takes a round off every model: its snapshot goes, and releases that waited only for it go where they were asked to.
    /// </summary>
    private static ParticipantState Free(ParticipantState state, RoundId round, LedgerWriter ledger, DateTimeOffset now)
    {
        var wallet = state.Wallet;
        var models = state.Models;
        var moved = new List<PendingRelease>();
        var arrived = new List<PortfolioSource>();
        foreach (var (id, model) in state.Models)
        {
            if (!model.AtRisk.ContainsKey(round))
            {
                continue;
            }

            var kept = ImmutableList.CreateBuilder<PendingRelease>();
            foreach (var release in model.Releases)
            {
                var waitsFor = release.WaitsFor.Remove(round);
                if (!waitsFor.IsEmpty)
                {
                    kept.Add(release with { WaitsFor = waitsFor });
                    continue;
                }

                if (release.ToPortfolio && state.WholeHold is null)
                {
                    arrived.Add(new PortfolioSource(LedgerAccounts.Pending(id), LedgerReason.StakeMove, release.Amount));
                    continue;
                }

                // What is held is not staked, so under a hold on the whole account a move ends in the wallet.
                var to = state.WholeHold is null ? release.MoveTo : null;
                ledger.Post(
                    $"{state.Id}/release/{release.CommandId}",
                    to is null ? LedgerReason.StakeRelease : LedgerReason.StakeMove,
                    LedgerAccounts.Pending(id),
                    to is { } target ? LedgerAccounts.Stake(target) : LedgerAccounts.Wallet(state.Id),
                    release.Amount,
                    round);
                if (to is null)
                {
                    wallet += release.Amount;
                }
                else
                {
                    moved.Add(release);
                }
            }

            var freed = model with { AtRisk = model.AtRisk.Remove(round), Releases = kept.ToImmutable() };
            models = models.SetItem(id, freed);
            ledger.Add(new StakeChanged(id, freed.Active, freed.Pending));
        }

        foreach (var release in moved)
        {
            var target = models[release.MoveTo!.Value];
            target = target with { Active = target.Active + release.Amount };
            models = models.SetItem(release.MoveTo.Value, target);
            ledger.Add(new StakeChanged(release.MoveTo.Value, target.Active, target.Pending));
        }

        return PortfolioDecisions.AfterRound(state with { Wallet = wallet, Models = models }, round, arrived, ledger, now);
    }

    /// <summary>
    /// Each tournament keeps its own latest receipts: what the others resolve pushes none of them out, and never the one just made.
    /// </summary>
    private static ImmutableSortedDictionary<RoundId, SettlementReceipt> Remember(
        ParticipantState state, RoundId round, SettlementReceipt receipt)
    {
        var receipts = state.RecentSettlements.SetItem(round, receipt);
        var others = receipts.Keys.Where(other => other.Tournament == round.Tournament && other != round).ToList();
        var surplus = Math.Max(0, others.Count + 1 - ParticipantState.RememberedSettlements);
        return receipts.RemoveRange(others.Take(surplus));
    }
}
