using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger;

namespace Numerai.Tournament.Accounts;

/// <summary>What an account asks of its portfolios. A command changes all models in one decision, so nothing can stop half-way.</summary>
internal static class PortfolioDecisions
{
    public static Decision<ParticipantState, PortfolioChangeView> Change(
        ParticipantState state, ChangePortfolio command, DateTimeOffset now)
    {
        if (CommandIdRule.Check(command.CommandId) is { } invalid)
        {
            return invalid;
        }

        if (command.Weights.IsDefault)
        {
            command = command with { Weights = [] };
        }

        if (state.RecentPortfolioChanges.FindLast(answered => answered.Command.CommandId == command.CommandId) is { } earlier)
        {
            return earlier.Command.IsSame(command)
                ? Decision<ParticipantState, PortfolioChangeView>.Unchanged(
                    earlier.Answer with { Portfolio = View(state, command.Tournament) })
                : CommandIdRule.Reused(command.CommandId);
        }

        var portfolio = state.PortfolioOf(command.Tournament);
        if (Check(state, portfolio, command) is { } refusal)
        {
            return refusal;
        }

        var ledger = new LedgerWriter(state.LedgerChain, state.LedgerHead, now);
        var book = new PortfolioBook(state, ledger, now);
        var (changed, amount) = command.Type switch
        {
            PortfolioChangeType.Set => (Set(book, portfolio, command, now), Nmr.Zero),
            PortfolioChangeType.Increase => (portfolio, command.Amount),
            PortfolioChangeType.Decrease => (portfolio, PortfolioReleases.Decrease(book, portfolio!, command.Amount)),
            _ => (portfolio, PortfolioReleases.Drain(book, portfolio!)),
        };
        if (changed is not null && state.WholeHold is null)
        {
            IReadOnlyList<PortfolioSource> free = command.Type == PortfolioChangeType.Increase ? [book.Stake(command.Amount)] : [];
            PortfolioBalance.Restore(book, changed, free);
        }

        var next = book.Close() with { Portfolios = Replace(state.Portfolios, portfolio, changed) };
        if (command.Type == PortfolioChangeType.Set)
        {
            ledger.Add(new PortfolioChanged(state.Id, command.Tournament, changed?.Weights ?? []));
        }

        var answer = Answer(next, command, amount, [.. changed?.Weights ?? [], .. portfolio?.Weights ?? []]);
        return Decision<ParticipantState, PortfolioChangeView>.Changed(
            answer, Remember(next, new AnsweredPortfolioChange(command with { Rules = null }, answer with { Portfolio = null })),
            ledger.Events);
    }

    /// <summary>
    /// A round's payouts and burns have moved the models apart, or releases have come free: its tournament's portfolio goes to its weights.
    /// </summary>
    /// <param name="arrived">What waited for this round and goes to the portfolio.</param>
    public static ParticipantState AfterRound(
        ParticipantState state, RoundId round, IReadOnlyList<PortfolioSource> arrived, LedgerWriter ledger, DateTimeOffset now)
    {
        // Under a hold on the whole account nothing is staked anew: what arrives has gone to the wallet.
        if (state.PortfolioOf(round.Tournament) is not { } portfolio || state.WholeHold is not null)
        {
            return state;
        }

        var book = new PortfolioBook(state, ledger, now, round);
        PortfolioBalance.Restore(book, portfolio, arrived);
        return book.Close();
    }

    /// <summary>Null when a model's stake is its own; else whose it is.</summary>
    public static Refusal? CheckOutside(ParticipantState state, ModelId model) =>
        state.Portfolios.Any(portfolio => portfolio.Weights.Any(weight => weight.Model == model))
            ? new Refusal(
                RefusalCodes.ModelInPortfolio,
                $"The stake of the model '{state.Models[model].Name}' is part of a portfolio; change the portfolio, or set its weights "
                    + "without the model.")
            : null;

    private static Refusal? Check(ParticipantState state, Portfolio? portfolio, ChangePortfolio command)
    {
        var ends = command.Type == PortfolioChangeType.Set && command.Weights.IsEmpty;
        var stakes = command.Type is PortfolioChangeType.Increase || (command.Type == PortfolioChangeType.Set && !ends);
        return
            stakes && command.Rules is not { Portfolios: true } ? new Refusal(
                RefusalCodes.StakePortfoliosOff,
                $"Tournament {command.Tournament} has no portfolio stakes; stake on each model. An earlier portfolio can be decreased, "
                    + "drained and ended.")
            : portfolio is null && (ends || command.Type != PortfolioChangeType.Set) ? new Refusal(
                RefusalCodes.PortfolioNotFound, $"The account has no portfolio in tournament {command.Tournament}; set its weights first.")
            : stakes && state.WholeHold is not null ? HoldDecisions.CheckSpending(state, command.Amount, "to stake")
            : command.Type switch
            {
                PortfolioChangeType.Set => PortfolioWeight.Check(state, command.Tournament, command.Weights),
                PortfolioChangeType.Drain => PortfolioReleases.CheckDrain(state, portfolio!),
                _ when !command.Amount.IsPositive => new Refusal(
                    RefusalCodes.InvalidAmount, $"The amount is {command.Amount} NMR; it must be positive."),
                PortfolioChangeType.Increase => StakeDecisions.CheckIncrease(state, command.Amount),
                _ => PortfolioReleases.CheckDecrease(state, portfolio!, command.Amount),
            };
    }

    /// <summary>
    /// The portfolio with its new weights, or null. A model that leaves keeps its stake, with what it was sending to the others.
    /// </summary>
    private static Portfolio? Set(PortfolioBook book, Portfolio? portfolio, ChangePortfolio command, DateTimeOffset now)
    {
        foreach (var (model, _) in portfolio?.Weights ?? [])
        {
            if (command.Weights.All(weight => weight.Model != model))
            {
                book.TakeBack(model, book[model].Leaving);
            }
        }

        return command.Weights.IsEmpty
            ? null
            : new Portfolio(command.Tournament, now, [.. command.Weights.OrderBy(weight => weight.Model)]);
    }

    private static ImmutableList<Portfolio> Replace(ImmutableList<Portfolio> portfolios, Portfolio? before, Portfolio? after)
    {
        var others = before is null ? portfolios : portfolios.Remove(before);
        return after is null ? others : [.. others.Add(after).OrderBy(portfolio => portfolio.Tournament)];
    }

    private static PortfolioChangeView Answer(
        ParticipantState state, ChangePortfolio command, Nmr amount, ImmutableArray<PortfolioWeight> models)
    {
        ImmutableArray<RoundId> waitsFor = [.. models
            .SelectMany(weight => state.Models[weight.Model].Releases)
            .SelectMany(release => release.WaitsFor)
            .ToImmutableSortedSet()];
        return new PortfolioChangeView(
            command.Tournament, command.Type, waitsFor.IsEmpty
                ? "done"
                : "pending", amount, state.Wallet, waitsFor, View(state, command.Tournament));
    }

    private static PortfolioView? View(ParticipantState state, TournamentId tournament) =>
        state.PortfolioOf(tournament) is { } portfolio ? ParticipantProjections.Portfolio(state, portfolio) : null;

    private static ParticipantState Remember(ParticipantState state, AnsweredPortfolioChange answered)
    {
        var recent = state.RecentPortfolioChanges.Add(answered);
        return state with
        {
            RecentPortfolioChanges = recent.Count > ParticipantState.RememberedPortfolioChanges ? recent.RemoveAt(0) : recent,
        };
    }
}
