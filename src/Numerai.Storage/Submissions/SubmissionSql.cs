using System.Data.Common;

namespace Numerai.Storage.Submissions;

/// <summary>The statements of <see cref="SqlSubmissionStore"/>.</summary>
internal static class SubmissionSql
{
    public const string Columns = """
        id AS Id, tournament AS Tournament, round AS Round, model AS Model, account AS Account, filename AS Filename,
        file_sha256 AS FileSha256, universe_sha256 AS UniverseSha256, status AS Status, delayed AS Delayed, rows AS Rows,
        dropped AS Dropped, received AS Received, reason AS Reason, movement AS Movement, notes AS Notes,
        ids_round AS IdsRound
        """;

    public const string Find = $"SELECT {Columns} FROM submissions WHERE id = @id";

    public const string Insert = """
        INSERT INTO submissions (id, tournament, round, model, account, filename, file_sha256, universe_sha256, status, delayed, rows,
            dropped, received, reason, movement, notes, ids_round)
        VALUES (@Id, @Tournament, @Round, @Model, @Account, @Filename, @FileSha256, @UniverseSha256, @Status, @Delayed, @Rows,
            @Dropped, @Received, @Reason, @Movement, @Notes, @IdsRound)
        """;

    public const string InsertCodes = "INSERT INTO submission_codes (id, codes) VALUES (@id, @codes)";

    public const string UpdateCodes = "UPDATE submission_codes SET codes = @codes WHERE id = @id";

    public const string Update = """
        UPDATE submissions SET round = @Round, universe_sha256 = @UniverseSha256, status = @Status, reason = @Reason,
            movement = @Movement
        WHERE id = @Id
        """;

    public const string IsSealed = "SELECT count(*) FROM sealed_rounds WHERE tournament = @tournament AND round = @round";

    public const string Seal = """
        INSERT INTO sealed_rounds (tournament, round) VALUES (@tournament, @round) ON CONFLICT (tournament, round) DO NOTHING
        """;

    public const string Selected = $"""
        SELECT {Columns} FROM (
            SELECT *, row_number() OVER (PARTITION BY model ORDER BY received DESC, position DESC) AS place
            FROM submissions WHERE tournament = @tournament AND round = @round AND status = 'OnTime') AS ranked
        WHERE place = 1 ORDER BY model
        """;

    public const string SelectedOfModel = $"""
        SELECT {Columns} FROM submissions
        WHERE tournament = @tournament AND round = @round AND status = 'OnTime' AND model = @model
        ORDER BY received DESC, position DESC LIMIT 1
        """;

    public const string Late = $"""
        SELECT {Columns} FROM (
            SELECT *, row_number() OVER (PARTITION BY model ORDER BY received DESC, position DESC) AS place
            FROM submissions AS late WHERE tournament = @tournament AND round = @round AND status = 'Late'
            AND NOT EXISTS (
                SELECT 1 FROM submissions AS earlier
                WHERE earlier.tournament = @tournament AND earlier.round = @round AND earlier.status = 'OnTime'
                AND earlier.model = late.model)) AS ranked
        WHERE place = 1 ORDER BY model
        """;

    public const string Queued = $"""
        SELECT {Columns} FROM (
            SELECT *, row_number() OVER (PARTITION BY model ORDER BY received DESC, position DESC) AS place
            FROM submissions WHERE tournament = @tournament AND round IS NULL AND status = 'Queued') AS ranked
        WHERE place = 1 ORDER BY model
        """;

    public const string OfModel =
        $"SELECT {Columns} FROM submissions WHERE model = @model ORDER BY received DESC, position DESC LIMIT @limit";

    public static string Codes(DbConnection connection) =>
        $"SELECT id AS Id, codes AS Codes FROM submission_codes WHERE {SqlDialect.OneOf(connection, "id", "@ids")}";
}
