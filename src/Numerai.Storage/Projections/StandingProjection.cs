using Dapper;
using Numerai.Contracts;

namespace Numerai.Storage.Projections;

/// <summary>
/// Keeps the one-year totals behind the leaderboard: a resolved round is added, rounds that have become a year old are taken out. So a
/// leaderboard costs one row a model and score, however many rounds the year had.
/// </summary>
internal static class StandingProjection
{
    /// <summary>The round's scores are in their table already.</summary>
    public static async Task ResolveAsync(ProjectionTables tables, RoundId round, DateTimeOffset time)
    {
        var tournament = round.Tournament.Number;
        await tables.ExecuteAsync(StandingSql.InsertRound, new { tournament, round = round.Number, resolved = StoredTime.Write(time) });
        await AddAsync(tables, tournament, round.Number, 1);

        var expired = await tables.Connection.QueryAsync<int>(
            StandingSql.SelectExpired, new { tournament, until = StoredTime.Write(time - StandingSql.Window) });
        foreach (var old in expired)
        {
            await AddAsync(tables, tournament, old, -1);
            await tables.ExecuteAsync(StandingSql.DeleteRound, new { tournament, round = old });
        }
    }

    private static async Task AddAsync(ProjectionTables tables, int tournament, int round, int sign)
    {
        await tables.ExecuteAsync(StandingSql.AddScores, new { tournament, round, sign });
        await tables.ExecuteAsync(StandingSql.AddRounds, new { tournament, round, sign });
    }
}
