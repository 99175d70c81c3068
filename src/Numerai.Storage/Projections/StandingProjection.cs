using Dapper;
using Numerai.Tournament.Identity;
using Numerai.Tournament.Money;

namespace Numerai.Storage.Projections;

/// <summary>
/// Keeps the one-year totals behind the leaderboard: a resolved round is added, rounds that have become a year old are taken out. So a
/// leaderboard costs one row a model and score, however many rounds the year had.
/// </summary>
internal static class StandingProjection
{
    /// <summary>The round's scores and payouts are in their tables already.</summary>
    public static async Task ResolveAsync(ProjectionTables tables, RoundId round, DateTimeOffset time)
    {
        var number = new { tournament = round.Tournament.Number, round = round.Number };
        await tables.ExecuteAsync(StandingSql.InsertRound, new { number.tournament, number.round, resolved = StoredTime.Write(time) });
        await AddAsync(tables, round, 1);

        var expired = await tables.Connection.QueryAsync<int>(
            StandingSql.SelectExpired, new { number.tournament, until = StoredTime.Write(time - StandingSql.Window) });
        foreach (var old in expired)
        {
            await AddAsync(tables, round with { Number = old }, -1);
            await tables.ExecuteAsync(StandingSql.DeleteRound, new { number.tournament, round = old });
        }
    }

    private static async Task AddAsync(ProjectionTables tables, RoundId round, int sign)
    {
        var number = new { tournament = round.Tournament.Number, round = round.Number };
        var scores = (await tables.Connection.QueryAsync<FinalScore>(StandingSql.SelectFinalScores, number)).ToList();
        var earned = (await tables.Connection.QueryAsync<Earning>(StandingSql.SelectEarnings, number)).ToDictionary(row => row.Model);
        foreach (var score in scores)
        {
            await tables.ExecuteAsync(
                StandingSql.AddScore,
                new { number.tournament, model = score.Model, score = score.Score, billionths = sign * score.Billionths, count = sign });
        }

        var scored = scores.Select(score => score.Model).ToHashSet();
        foreach (var model in scored.Union(earned.Keys).Order())
        {
            var gain = earned.TryGetValue(model, out var earning) ? earning.Gain : Nmr.Zero;
            await AddAsync(tables, number.tournament, model, scored.Contains(model) ? sign : 0, sign > 0 ? gain : -gain);
        }
    }

    private static async Task AddAsync(ProjectionTables tables, int tournament, long model, int rounds, Nmr gain)
    {
        var text = await tables.Connection.ExecuteScalarAsync<string?>(StandingSql.SelectEarned, new { tournament, model });
        var earned = (text is null ? Nmr.Zero : Nmr.Parse(text)) + gain;
        await tables.ExecuteAsync(StandingSql.SetStanding, new { tournament, model, rounds, earned = earned.ToString() });
    }
}
