using Numerai.Contracts;

namespace Numerai.Tournament.Accounts;

/// <summary>
/// Brings the stakes of a portfolio to its weights as far as no round in flight loses a burn by it: at once what is neutral to risk, the
/// rest when the rounds that could burn it have resolved.
/// </summary>
internal static class PortfolioBalance
{
    /// <param name="free">What comes from elsewhere and is to be put on the models.</param>
    public static void Restore(PortfolioBook book, Portfolio portfolio, IReadOnlyList<PortfolioSource> free)
    {
        var weights = portfolio.Weights;
        var total = free.Aggregate(Total(book, portfolio), (sum, source) => sum + source.Amount);
        var targets = NmrSplit.By(total, [.. weights.Select(weight => weight.Whole)]);
        var sources = free.ToList();
        for (var index = 0; index < targets.Length; index++)
        {
            var model = weights[index].Model;
            if (book[model].Active <= targets[index])
            {
                book.TakeBack(model, targets[index] - book[model].Active);
                continue;
            }

            var neutral = Nmr.Min(book[model].Active - targets[index], StakeMoves.Neutral(book[model]));
            sources.Add(book.Take(model, neutral));
            book.Release(model, book[model].Active - targets[index], toPortfolio: true);
        }

        Spread(book, portfolio, sources, targets);
    }

    /// <summary>Active stakes and what is on its way from one model to the others.</summary>
    public static Nmr Total(PortfolioBook book, Portfolio portfolio) =>
        portfolio.Weights.Aggregate(Nmr.Zero, (sum, weight) => sum + book[weight.Model].Active + book[weight.Model].Leaving);

    /// <summary>Puts what is free where it lacks; all of it finds a place, since what lacks is that and what is on its way.</summary>
    private static void Spread(PortfolioBook book, Portfolio portfolio, List<PortfolioSource> sources, Nmr[] targets)
    {
        var amount = sources.Aggregate(Nmr.Zero, (sum, source) => sum + source.Amount);
        var shares = NmrSplit.By(
            amount, portfolio.Weights.Select((weight, index) => Nmr.Max(Nmr.Zero, targets[index] - book[weight.Model].Active)));
        var at = 0;
        foreach (var source in sources)
        {
            for (var left = source.Amount; left.IsPositive;)
            {
                var part = Nmr.Min(left, shares[at]);
                if (part.IsPositive)
                {
                    book.Give(source, portfolio.Weights[at].Model, part);
                }

                left -= part;
                shares[at] -= part;
                at += shares[at].IsZero ? 1 : 0;
            }
        }
    }
}
