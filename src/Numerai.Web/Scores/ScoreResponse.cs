using Numerai.Contracts;
using Numerai.Tournament.Standings.Rows;

namespace Numerai.Web.Scores;

internal sealed record ScoreResponse(
    RoundId Round,
    int Day,
    bool Final,
    ModelId Model,
    string ModelName,
    string Username,
    string Name,
    double? Value,
    double? Percentile,
    DateTimeOffset Published)
{
    public static ScoreResponse Of(ScoreRow row) => new(
        row.Round, row.Day, row.Final, row.Model, row.ModelName, row.Username, row.Score, row.Value, row.Percentile, row.Published);
}
