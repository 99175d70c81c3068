namespace Numerai.Storage.Files;

/// <summary>The statements of upload stores.</summary>
internal static class UploadSql
{
    public const string Select = """
        SELECT filename AS Filename, original_name AS OriginalName, purpose AS Purpose, account AS Account, model AS Model,
            maximum_bytes AS MaximumBytes, expires AS Expires, length AS Length, sha256 AS Sha256, used AS Used
        FROM uploads
        """;

    public const string Insert = """
        INSERT INTO uploads (filename, original_name, purpose, account, model, maximum_bytes, expires, length, sha256, used)
        VALUES (@Filename, @OriginalName, @Purpose, @Account, @Model, @MaximumBytes, @Expires, @Length, @Sha256, @Used)
        """;

    public const string SetReceived = "UPDATE uploads SET length = @length, sha256 = @sha256 WHERE filename = @filename";

    public const string SetUsed = "UPDATE uploads SET used = @used WHERE filename = @filename";

    public const string DeleteUnused = "DELETE FROM uploads WHERE filename = @filename AND used = @used";
}
