using Dapper;
using Numerai.Tournament.Standings.Rows;

namespace Numerai.Storage.ReadModels;

/// <summary>
/// Makes the statement of a score query out of the conditions it has, so that the database sees which index serves it.
/// </summary>
internal static class ScoreQuerySql
{
    private const string Select = """
        SELECT scores.tournament AS Tournament, scores.round AS Round, scores.day AS Day, score_days.final AS Final, models.id AS Model,
            coalesce(models.name, models.id) AS ModelName, coalesce(models.username, '') AS Username, score_names.name AS Score,
            scores.value AS Value, scores.percentile AS Percentile, score_days.published AS Published
        FROM scores
        JOIN score_days ON score_days.tournament = scores.tournament AND score_days.round = scores.round AND score_days.day = scores.day
        JOIN models ON models.number = scores.model
        JOIN score_names ON score_names.number = scores.score
        """;

    private const string LatestDay =
        "scores.day = (SELECT scored_day FROM rounds WHERE rounds.tournament = scores.tournament AND rounds.round = scores.round)";

    private const string Order =
        " ORDER BY scores.tournament, scores.round DESC, scores.day, models.id, score_names.name LIMIT @limit OFFSET @offset";

    public static (string Statement, DynamicParameters Parameters) Of(ScoreQuery query)
    {
        var conditions = new List<string>();
        var parameters = new DynamicParameters(new { limit = query.Limit, offset = query.Offset });
        if ((query.Round?.Tournament ?? query.Tournament) is { } tournament)
        {
            Add("scores.tournament = @tournament", "tournament", tournament.Number);
        }

        if (query.Round is { } round)
        {
            Add("scores.round = @round", "round", round.Number);
        }

        if (query.Model is { } model)
        {
            Add("scores.model = (SELECT number FROM models WHERE id = @model)", "model", model.ToString());
        }

        if (query.Score is { } score)
        {
            Add("scores.score = (SELECT number FROM score_names WHERE name = @score)", "score", score);
        }

        if (query.Day is { } day)
        {
            Add(day == 0 ? LatestDay : "scores.day = @day", "day", day);
        }

        var where = conditions.Count == 0 ? string.Empty : " WHERE " + string.Join(" AND ", conditions);
        return (Select + where + Order, parameters);

        void Add(string condition, string name, object value)
        {
            conditions.Add(condition);
            parameters.Add(name, value);
        }
    }
}
