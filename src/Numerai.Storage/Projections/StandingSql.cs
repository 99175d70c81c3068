namespace Numerai.Storage.Projections;

/// <summary>Statements of the one-year totals, shared by who writes them and who reads them.</summary>
internal static class StandingSql
{
    /// <summary>How far back the totals go.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(365);

    public const string InsertRound =
        "INSERT INTO standing_rounds (tournament, round, resolved) VALUES (@tournament, @round, @resolved)";

    public const string DeleteRound = "DELETE FROM standing_rounds WHERE tournament = @tournament AND round = @round";

    public const string SelectExpired =
        "SELECT round FROM standing_rounds WHERE tournament = @tournament AND resolved <= @until ORDER BY round";

    public const string SelectFinalScores = """
        SELECT scores.model AS Model, scores.score AS Score, scores.value AS Value
        FROM score_days JOIN scores ON scores.tournament = score_days.tournament AND scores.round = score_days.round
            AND scores.day = score_days.day
        WHERE score_days.tournament = @tournament AND score_days.round = @round AND score_days.final AND NOT scores.late
            AND scores.value IS NOT NULL
        """;

    public const string SelectEarnings =
        "SELECT model AS Model, payout AS Payout, burn AS Burn FROM payouts WHERE tournament = @tournament AND round = @round";

    public const string AddScore = """
        INSERT INTO standing_scores (tournament, model, score, billionths, count) VALUES (@tournament, @model, @score, @billionths, @count)
        ON CONFLICT (tournament, model, score) DO UPDATE
        SET billionths = standing_scores.billionths + excluded.billionths, count = standing_scores.count + excluded.count
        """;

    public const string SelectEarned = "SELECT earned FROM standings WHERE tournament = @tournament AND model = @model";

    public const string SetStanding = """
        INSERT INTO standings (tournament, model, rounds, earned) VALUES (@tournament, @model, @rounds, @earned)
        ON CONFLICT (tournament, model) DO UPDATE SET rounds = standings.rounds + excluded.rounds, earned = excluded.earned
        """;
}
