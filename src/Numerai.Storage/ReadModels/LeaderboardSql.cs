using System.Data.Common;

namespace Numerai.Storage.ReadModels;

/// <summary>The statements of <see cref="Leaderboard"/>.</summary>
internal static class LeaderboardSql
{
    public const string Standings = """
        SELECT standings.model AS Number, models.id AS Id, coalesce(models.name, models.id) AS Name,
            coalesce(models.username, '') AS Username, models.stake AS Stake, standings.rounds AS Rounds
        FROM standings JOIN models ON models.number = standings.model WHERE standings.tournament = @tournament
        """;

    public const string Scores = """
        SELECT model AS Model, score AS Score, billionths AS Billionths, count AS Count FROM standing_scores
        WHERE tournament = @tournament
        """;

    /// <summary>Amounts have more digits than any database's integers, so they are added by the reader, for the models it shows.</summary>
    public static string Earnings(DbConnection connection) => $"""
        SELECT model AS Model, payout AS Payout, burn AS Burn FROM payouts
        WHERE tournament = @tournament AND {SqlDialect.OneOf(connection, "model", "@models")} AND resolved > @since
        """;

    public const string ScoreNames = "SELECT number AS Number, name AS Name FROM score_names";
}
