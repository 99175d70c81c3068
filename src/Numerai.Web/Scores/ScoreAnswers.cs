using Numerai.Contracts;
using Numerai.Tournament.Standings.Rows;

namespace Numerai.Web.Scores;

/// <summary>Scores as REST tells of them.</summary>
internal static class ScoreAnswers
{
    public static Score Answer(this ScoreRow row) => new(
        row.Round, row.Day, row.Final, row.Model, row.ModelName, row.Username, row.Score, row.Value, row.Percentile, row.Published);
}
