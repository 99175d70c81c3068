using Numerai.Contracts;
using Numerai.Tournament.Rounds.Settlement;

namespace Numerai.Tournament.Ledger.Audit.Reconciling;

/// <summary>Holds the books of one round against each other: scores, settlement, root, ledger, and what people see of them.</summary>
public static class RoundReconciliation
{
    public static IEnumerable<BooksGap> Check(RoundBooks books) =>
        [.. Settlement(books), .. Root(books), .. Scores(books), .. Payouts(books), .. Ledger(books)];

    private static IEnumerable<BooksGap> Settlement(RoundBooks books)
    {
        var settings = books.Round.Settings.Payout;
        var expected = SettlementEntries.Of(settings, books.Round.PayoutFactor!.Value, books.Manifest, books.Table);
        var written = books.Entries.ToDictionary(entry => entry.Model);
        foreach (var entry in expected)
        {
            if (!written.Remove(entry.Model, out var found) || SettlementLeaf.Of(found) != SettlementLeaf.Of(entry))
            {
                yield return Gap(books, entry.Model, BooksGapCodes.SettlementDiffers,
                    $"Stakes and scores give a payout of {entry.Payout} and a burn of {entry.Burn} NMR; the settlement says "
                    + $"{Says(found)}.");
            }
        }

        foreach (var (model, entry) in written)
        {
            yield return Gap(books, model, BooksGapCodes.SettlementDiffers, $"Nothing was at risk, but the settlement says {Says(entry)}.");
        }
    }

    private static IEnumerable<BooksGap> Root(RoundBooks books)
    {
        var root = MerkleTree.Root([.. books.Entries.Select(SettlementLeaf.Of)]);
        if (root != books.Round.MerkleRoot)
        {
            yield return new BooksGap(BooksGapCodes.RootDiffers, books.Round.Id.ToString(),
                $"The settlement's entries have the root {root}; the round published {books.Round.MerkleRoot}.");
        }
    }

    private static IEnumerable<BooksGap> Scores(RoundBooks books)
    {
        var seen = books.Scores.ToDictionary(score => (score.Model, score.Score), score => score.Value);
        foreach (var model in books.Table.Models)
        {
            foreach (var (name, score) in model.Scores)
            {
                if (!seen.Remove((model.Model, name), out var value) || value != score.Value)
                {
                    var people = value is null ? "none" : FormattableString.Invariant($"{value:R}");
                    yield return Gap(
                        books,
                        model.Model,
                        BooksGapCodes.ScoresDiffer,
                        FormattableString.Invariant($"The final {name} is {score.Value:R}; people see {people}."));
                }
            }
        }

        foreach (var ((model, name), value) in seen)
        {
            yield return Gap(
                books, model, BooksGapCodes.ScoresDiffer, FormattableString.Invariant($"There is no final {name}; people see {value:R}."));
        }
    }

    private static IEnumerable<BooksGap> Payouts(RoundBooks books)
    {
        var seen = books.Payouts.ToDictionary(payout => payout.Model);
        foreach (var entry in books.Entries)
        {
            if (!seen.Remove(entry.Model, out var payout)
                || (payout.AtRisk, payout.Multiplier, payout.Payout, payout.Burn) != (entry.AtRisk, entry.Multiplier, entry.Payout,
                    entry.Burn))
            {
                yield return Gap(books, entry.Model, BooksGapCodes.PayoutsDiffer, $"The settlement says {Says(entry)}; people see "
                    + (payout is null
                        ? "nothing."
                        : $"a payout of {payout.Payout} and a burn of {payout.Burn} NMR on {payout.AtRisk} NMR."));
            }
        }

        foreach (var model in seen.Keys)
        {
            yield return Gap(books, model, BooksGapCodes.PayoutsDiffer, "People see a payout that is not in the settlement.");
        }
    }

    /// <summary>
    /// A burn takes what the stake still holds, so the ledger may burn less than the settlement asks for, and never more.
    /// </summary>
    private static IEnumerable<BooksGap> Ledger(RoundBooks books)
    {
        var (paid, burned) = (Nmr.Zero, Nmr.Zero);
        foreach (var entry in books.Entries)
        {
            var (stake, pending) = (LedgerAccounts.Stake(entry.Model), LedgerAccounts.Pending(entry.Model));
            var payout = Sum(books, posted => posted.Reason == LedgerReason.Payout && posted.Credit == stake);
            var burn = Sum(books, posted => posted.Reason == LedgerReason.Burn && (posted.Debit == stake || posted.Debit == pending));
            if (payout != entry.Payout || burn > entry.Burn)
            {
                yield return Gap(books, entry.Model, BooksGapCodes.LedgerDiffers,
                    $"The settlement says {Says(entry)}; the ledger paid {payout} and burned {burn} NMR.");
            }

            (paid, burned) = (paid + payout, burned + burn);
        }

        if (paid != books.Round.Paid || burned != books.Round.Burned)
        {
            yield return new BooksGap(BooksGapCodes.LedgerDiffers, books.Round.Id.ToString(),
                $"The round says {books.Round.Paid} NMR paid and {books.Round.Burned} burned; the ledger of its models {paid} and "
                    + $"{burned}.");
        }
    }

    private static Nmr Sum(RoundBooks books, Func<LedgerEntry, bool> which) =>
        books.Ledger.Where(which).Aggregate(Nmr.Zero, (sum, posted) => sum + posted.Amount);

    private static string Says(SettlementEntry? entry) =>
        entry is null ? "nothing" : $"a payout of {entry.Payout} and a burn of {entry.Burn} NMR on {entry.AtRisk} NMR";

    private static BooksGap Gap(RoundBooks books, ModelId model, string code, string message) =>
        new(code, $"{books.Round.Id}/{model}", message);
}
