using Numerai.Contracts;

namespace Numerai.Tournament.Standings;

/// <summary>Makes tables of accounts and models out of the results of rounds. Ranked by the sum of the means of the paying scores over the
/// last year, ties by name; whoever had no stake in that year is not ranked.</summary>
public static class StandingTable
{
    /// <param name="results">Results in order of their rounds.</param>
    public static IReadOnlyList<Standing> OfAccounts(IEnumerable<RoundResult> results, DateTimeOffset now) =>
        Of(results, now, result => result.Account.ToString(), models: false);

    /// <inheritdoc cref="OfAccounts"/>
    public static IReadOnlyList<Standing> OfModels(IEnumerable<RoundResult> results, DateTimeOffset now) =>
        Of(results, now, result => result.Model.ToString(), models: true);

    private static List<Standing> Of(IEnumerable<RoundResult> results, DateTimeOffset now, Func<RoundResult, string> key, bool models)
    {
        var totals = new Dictionary<string, StandingTotals>(StringComparer.Ordinal);
        foreach (var round in InRounds(results))
        {
            foreach (var own in round.GroupBy(key, StringComparer.Ordinal))
            {
                var first = own.First();
                if (!totals.TryGetValue(own.Key, out var total))
                {
                    totals[own.Key] = total = new StandingTotals(first, now);
                }

                total.Add([.. own]);
            }
        }

        var ranked = totals.Values.Where(total => total.Rounds > 0)
            .OrderByDescending(total => total.Reputation.Values.Sum())
            .ThenBy(total => models ? total.First.ModelName : total.First.Username, StringComparer.Ordinal).ToList();
        return [.. ranked.Select((total, place) => new Standing(
            place + 1,
            (double)(ranked.Count - place) / ranked.Count,
            total.First.Account,
            total.First.Username,
            models ? total.First.Model : null,
            models ? total.First.ModelName : null,
            total.Reputation,
            total.Rounds,
            total.AtRisk,
            total.Returns))];
    }

    /// <summary>Runs of one round, so that a table of years is never in memory as a whole.</summary>
    internal static IEnumerable<IReadOnlyList<RoundResult>> InRounds(IEnumerable<RoundResult> results)
    {
        var round = new List<RoundResult>();
        foreach (var result in results)
        {
            if (round.Count > 0 && round[0].Round != result.Round)
            {
                yield return round;
                round = [];
            }

            round.Add(result);
        }

        if (round.Count > 0)
        {
            yield return round;
        }
    }
}
