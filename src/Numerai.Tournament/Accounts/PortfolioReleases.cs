using Numerai.Contracts;

namespace Numerai.Tournament.Accounts;

/// <summary>NMR that leaves a portfolio for the wallet.</summary>
internal static class PortfolioReleases
{
    /// <summary>Takes an amount first from models that have more than their share of what is left, then from all.</summary>
    public static Nmr Decrease(PortfolioBook book, Portfolio portfolio, Nmr amount)
    {
        var targets = NmrSplit.By(PortfolioBalance.Total(book, portfolio) - amount, [.. portfolio.Weights.Select(weight => weight.Whole)]);
        List<Nmr> over = [.. portfolio.Weights.Select((weight, index) => Nmr.Max(Nmr.Zero, book[weight.Model].Active - targets[index]))];
        var fromOver = Nmr.Min(amount, over.Aggregate(Nmr.Zero, (sum, part) => sum + part));
        var first = NmrSplit.By(fromOver, over);
        var then = NmrSplit.By(amount - fromOver, portfolio.Weights.Select((weight, index) => book[weight.Model].Active - first[index]));
        for (var index = 0; index < first.Length; index++)
        {
            book.Release(portfolio.Weights[index].Model, first[index] + then[index], toPortfolio: false);
        }

        return amount;
    }

    /// <summary>Takes everything, and what is on its way to models goes to the wallet.</summary>
    public static Nmr Drain(PortfolioBook book, Portfolio portfolio)
    {
        var amount = PortfolioBalance.Total(book, portfolio);
        foreach (var (model, _) in portfolio.Weights)
        {
            book.SendHome(model);
            book.Release(model, book[model].Active, toPortfolio: false);
        }

        return amount;
    }

    public static Refusal? CheckDecrease(ParticipantState state, Portfolio portfolio, Nmr amount)
    {
        var (active, moving) = Sums(state, portfolio);
        return amount <= active ? null : new Refusal(
            RefusalCodes.StakeInsufficient,
            $"The portfolio's active stake is {active} NMR, less than the {amount} NMR to release"
            + (moving.IsZero ? "." : $"; {moving} NMR are on their way from model to model, which a drain takes, too."));
    }

    public static Refusal? CheckDrain(ParticipantState state, Portfolio portfolio)
    {
        var (active, moving) = Sums(state, portfolio);
        return (active + moving).IsPositive
            ? null
            : new Refusal(RefusalCodes.StakeInsufficient, "The portfolio has no active stake to release.");
    }

    public static (Nmr Active, Nmr Moving) Sums(ParticipantState state, Portfolio portfolio) => portfolio.Weights
        .Select(weight => state.Models[weight.Model])
        .Aggregate((Active: Nmr.Zero, Moving: Nmr.Zero), (sums, model) => (sums.Active + model.Active, sums.Moving + model.Leaving));
}
