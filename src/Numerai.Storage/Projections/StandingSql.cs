namespace Numerai.Storage.Projections;

/// <summary>
/// Statements of the one-year totals, shared by who writes them and who reads them. Scores are added in billionths: they are published
/// with 9 decimals, so what was added is exactly what is later taken out.
/// </summary>
internal static class StandingSql
{
    /// <summary>How far back the totals go.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(365);

    public const string InsertRound =
        "INSERT INTO standing_rounds (tournament, round, resolved) VALUES (@tournament, @round, @resolved)";

    public const string DeleteRound = "DELETE FROM standing_rounds WHERE tournament = @tournament AND round = @round";

    public const string SelectExpired =
        "SELECT round FROM standing_rounds WHERE tournament = @tournament AND resolved <= @until ORDER BY round";

    /// <summary>On-time scores of a round's final day.</summary>
    private const string FinalScores = """
        FROM score_days JOIN scores ON scores.tournament = score_days.tournament AND scores.round = score_days.round
            AND scores.day = score_days.day
        WHERE score_days.tournament = @tournament AND score_days.round = @round AND score_days.final AND NOT scores.late
            AND scores.value IS NOT NULL
        """;

    private const string Billionths = "CAST(round(scores.value * 1000000000) AS BIGINT)";

    public const string SelectFinalScores =
        $"SELECT scores.model AS Model, scores.score AS Score, {Billionths} AS Billionths {FinalScores}";

    public const string AddScores = $"""
        INSERT INTO standing_scores (tournament, model, score, billionths, count)
        SELECT scores.tournament, scores.model, scores.score, @sign * {Billionths}, @sign {FinalScores}
        ON CONFLICT (tournament, model, score) DO UPDATE
        SET billionths = standing_scores.billionths + excluded.billionths, count = standing_scores.count + excluded.count
        """;

    public const string AddRounds = $"""
        INSERT INTO standings (tournament, model, rounds)
        SELECT DISTINCT scores.tournament, scores.model, @sign {FinalScores}
        ON CONFLICT (tournament, model) DO UPDATE SET rounds = standings.rounds + excluded.rounds
        """;
}
