using System.Data.Common;

namespace Numerai.Storage.ReadModels;

/// <summary>The statements behind standings and seasons.</summary>
internal static class RoundResultSql
{
    /// <summary>A row a paying score; one row with a null name where the model has none.</summary>
    public static string Select(DbConnection connection) => $"""
        SELECT payouts.round AS Round, payouts.resolved AS Resolved, models.id AS Model, coalesce(models.name, models.id) AS ModelName,
            models.owner AS Owner, coalesce(models.username, '') AS Username, payouts.at_risk AS AtRisk, payouts.payout AS Payout,
            payouts.burn AS Burn, score_names.name AS Score, scores.value AS Value
        FROM payouts JOIN models ON models.number = payouts.model
            JOIN rounds ON rounds.tournament = payouts.tournament AND rounds.round = payouts.round
            LEFT JOIN scores ON scores.tournament = payouts.tournament AND scores.round = payouts.round AND scores.day = rounds.scored_day
                AND scores.model = payouts.model AND NOT scores.late AND scores.value IS NOT NULL
                AND scores.score IN (SELECT number FROM score_names WHERE {SqlDialect.OneOf(connection, "name", "@paying")})
            LEFT JOIN score_names ON score_names.number = scores.score
        WHERE payouts.tournament = @tournament AND rounds.opens >= @from AND rounds.opens < @before AND models.owner IS NOT NULL
        ORDER BY payouts.round, payouts.model
        """;

    public const string CountRounds = """
        SELECT count(*) FROM rounds WHERE tournament = @tournament AND resolved IS NOT NULL AND opens >= @from AND opens < @before
        """;

    /// <summary>Changes when a round resolves.</summary>
    public const string Mark = "SELECT coalesce(max(resolved), '') FROM rounds WHERE tournament = @tournament";
}
