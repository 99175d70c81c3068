using System.Data.Common;
using Dapper;
using Numerai.Contracts;
using Numerai.Storage.Projections;
using Numerai.Tournament.Rounds.Settings;

namespace Numerai.Storage.ReadModels;

/// <summary>Makes a leaderboard of the one-year totals, less the rounds that became a year old since the last one resolved.</summary>
internal static class Leaderboard
{
    /// <summary>Databases bound the number of parameters of one statement.</summary>
    private const int ModelsPerQuery = 500;

    public static async Task<IReadOnlyList<LeaderboardRow>> ReadAsync(
        DbConnection connection, TournamentId tournament, DateTimeOffset now, int limit, int offset)
    {
        var since = StoredTime.Write(now - StandingSql.Window);
        var standings = await TotalsAsync(connection, tournament);
        await SubtractExpiredAsync(connection, tournament, since, standings);
        var paying = TournamentDefaults.Of(tournament).Payout.Multipliers.Keys.ToList();
        var page = standings.Values.Where(standing => standing.Rounds > 0)
            .OrderByDescending(standing => paying.Sum(score => standing.Mean(score) ?? 0))
            .ThenBy(standing => standing.Name, StringComparer.Ordinal)
            .Skip(offset)
            .Take(limit)
            .ToList();
        await AddEarningsAsync(connection, tournament, since, page.ToDictionary(standing => standing.Number));
        return [.. page.Select((standing, place) => standing.ToRow(offset + place + 1))];
    }

    private static async Task<Dictionary<long, Standing>> TotalsAsync(DbConnection connection, TournamentId tournament)
    {
        var parameters = new { tournament = tournament.Number };
        var names = await NamesAsync(connection);
        var standings = (await connection.QueryAsync<StandingRow>(LeaderboardSql.Standings, parameters)).ToDictionary(
            row => row.Number,
            row => new Standing
            {
                Number = row.Number,
                Id = row.Id,
                Name = row.Name,
                Username = row.Username,
                Stake = Nmr.Parse(row.Stake),
                Rounds = row.Rounds,
            });
        foreach (var row in await connection.QueryAsync<ScoreTotal>(LeaderboardSql.Scores, parameters))
        {
            standings[row.Model].Add(names[row.Score], row.Billionths, row.Count);
        }

        return standings;
    }

    private static async Task SubtractExpiredAsync(
        DbConnection connection, TournamentId tournament, string until, Dictionary<long, Standing> standings)
    {
        var names = await NamesAsync(connection);
        var expired = await connection.QueryAsync<int>(StandingSql.SelectExpired, new { tournament = tournament.Number, until });
        foreach (var round in expired)
        {
            var parameters = new { tournament = tournament.Number, round };
            var scored = new HashSet<long>();
            foreach (var score in await connection.QueryAsync<FinalScore>(StandingSql.SelectFinalScores, parameters))
            {
                standings[score.Model].Add(names[score.Score], -score.Billionths, -1);
                standings[score.Model].Rounds -= scored.Add(score.Model) ? 1 : 0;
            }
        }
    }

    private static async Task AddEarningsAsync(
        DbConnection connection, TournamentId tournament, string since, Dictionary<long, Standing> page)
    {
        foreach (var models in page.Keys.Chunk(ModelsPerQuery))
        {
            var parameters = new { tournament = tournament.Number, models, since };
            foreach (var earning in await connection.QueryAsync<Earning>(LeaderboardSql.Earnings(connection), parameters))
            {
                page[earning.Model].Earned += earning.Gain;
            }
        }
    }

    private static async Task<Dictionary<long, string>> NamesAsync(DbConnection connection) =>
        (await connection.QueryAsync<(long Number, string Name)>(LeaderboardSql.ScoreNames))
            .ToDictionary(row => row.Number, row => row.Name);

    private sealed class StandingRow
    {
        public long Number { get; init; }

        public string Id { get; init; } = string.Empty;

        public string Name { get; init; } = string.Empty;

        public string Username { get; init; } = string.Empty;

        public string Stake { get; init; } = "0";

        public int Rounds { get; init; }
    }

    private sealed class ScoreTotal
    {
        public long Model { get; init; }

        public long Score { get; init; }

        public long Billionths { get; init; }

        public long Count { get; init; }
    }
}
