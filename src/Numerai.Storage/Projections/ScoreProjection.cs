using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds.Scoring;

namespace Numerai.Storage.Projections;

internal static class ScoreProjection
{
    private const string InsertDay = """
        INSERT INTO score_days (tournament, round, day, final, published) VALUES (@tournament, @number, @day, @final, @published)
        """;

    private const string UpdateRound = """
        UPDATE rounds SET phase = @phase, scored_day = @day WHERE tournament = @tournament AND round = @number
        """;

    public static async Task PublishAsync(ProjectionTables tables, ScoresPublished published, ScoreTable table)
    {
        var day = new
        {
            tournament = published.Round.Tournament.Number,
            number = published.Round.Number,
            day = published.Day,
            final = table.Final,
            published = StoredTime.Write(table.Published),
            phase = nameof(RoundPhase.Scoring),
        };
        await tables.ExecuteAsync(InsertDay, day);
        await tables.ExecuteAsync(UpdateRound, day);
        var scores = new BulkInsert(
            tables.Connection, "scores", "tournament", "round", "day", "model", "score", "late", "value", "percentile");
        foreach (var model in table.Models)
        {
            var number = await tables.NumberOfAsync(model.Model);
            foreach (var (name, score) in model.Scores)
            {
                scores.Add(
                    day.tournament,
                    day.number,
                    day.day,
                    number,
                    await tables.NumberOfAsync(name),
                    model.Late,
                    score.Value,
                    score.Percentile);
            }
        }

        await scores.CompleteAsync();
    }
}
