using Numerai.Contracts;

namespace Numerai.Tournament.Standings;

/// <summary>
/// A season is a calendar year (UTC) of rounds by their opening time. Those who qualified come first, by score, ties by name.
/// </summary>
public static class SeasonTable
{
    public const int RoundsToQualify = 20;
    private static readonly Nmr _leastStake = Nmr.Parse("1");

    /// <param name="results">Results of the season's rounds, in order of their rounds.</param>
    /// <param name="rounds">Rounds of the season that have resolved, staked on or not.</param>
    public static IReadOnlyList<SeasonStanding> Of(IEnumerable<RoundResult> results, int rounds, SeasonTitles titles)
    {
        var totals = new Dictionary<AccountId, Total>();
        foreach (var round in StandingTable.InRounds(results))
        {
            foreach (var own in round.GroupBy(result => result.Account))
            {
                if (!totals.TryGetValue(own.Key, out var total))
                {
                    totals[own.Key] = total = new Total(own.Key, own.First().Username);
                }

                total.Add([.. own]);
            }
        }

        var ranked = totals.Values.OrderByDescending(total => total.QualifiedRounds >= RoundsToQualify)
            .ThenByDescending(total => total.Score / rounds).ThenBy(total => total.Username, StringComparer.Ordinal).ToList();
        var qualified = ranked.Count(total => total.QualifiedRounds >= RoundsToQualify);
        return [.. ranked.Select((total, place) => new SeasonStanding(
            place + 1,
            (double)(ranked.Count - place) / ranked.Count,
            total.Account,
            total.Username,
            total.Score / rounds,
            total.QualifiedRounds,
            total.Rounds,
            place < qualified,
            place < qualified ? Title(place + 1, qualified, titles) : SeasonTitle.Novice,
            total.Earned))];
    }

    /// <summary>The title of a rank among those who qualified.</summary>
    public static SeasonTitle Title(int rank, int qualified, SeasonTitles titles)
    {
        const int masters = 10;
        const int experts = 100;
        if (rank <= masters)
        {
            return rank == 1 ? SeasonTitle.Grandmaster : SeasonTitle.Master;
        }

        if (titles == SeasonTitles.ByQuarter)
        {
            return (4L * rank / qualified, 4L * rank % qualified) switch
            {
                ( < 1, _) or (1, 0) => SeasonTitle.Expert,
                ( < 2, _) or (2, 0) => SeasonTitle.Researcher,
                ( < 3, _) or (3, 0) => SeasonTitle.Contributor,
                _ => SeasonTitle.Apprentice,
            };
        }

        var rest = qualified - experts;
        return rank <= experts ? SeasonTitle.Expert
            : 3 * (rank - experts) <= rest ? SeasonTitle.Researcher
            : 3 * (rank - experts) <= 2 * rest ? SeasonTitle.Contributor
            : SeasonTitle.Apprentice;
    }

    private sealed class Total(AccountId account, string username)
    {
        public AccountId Account { get; } = account;

        public string Username { get; } = username;

        public double Score { get; private set; }

        public int QualifiedRounds { get; private set; }

        public int Rounds { get; private set; }

        public Nmr Earned { get; private set; }

        public void Add(IReadOnlyCollection<RoundResult> ofRound)
        {
            Score += StakeWeighted.Mean(ofRound, result => result.Scores.Values.Sum());
            Rounds++;
            QualifiedRounds += ofRound.Aggregate(Nmr.Zero, (sum, result) => sum + result.AtRisk) >= _leastStake ? 1 : 0;
            Earned += ofRound.Aggregate(Nmr.Zero, (sum, result) => sum + result.Net);
        }
    }
}
