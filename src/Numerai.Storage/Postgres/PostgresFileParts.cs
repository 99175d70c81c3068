using Dapper;
using Npgsql;
using Numerai.Storage.Files;

namespace Numerai.Storage.Postgres;

/// <summary>
/// Files in parts of a megabyte. A file's parts are written once, in one transaction, beside the row that makes the file known.
/// </summary>
internal sealed class PostgresFileParts(NpgsqlDataSource source)
{
    private const int PartSize = 1 << 20;

    private const string Insert = "INSERT INTO file_parts (file, part, content) VALUES (@file, @part, @content)";

    private const string Select = "SELECT content FROM file_parts WHERE file = @file AND part = @part";

    /// <summary>Stores what is at a path; the connection is in the caller's transaction.</summary>
    public static async Task StoreAsync(NpgsqlConnection connection, string file, string path)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var buffer = new byte[PartSize];
        for (var part = 0; ; part++)
        {
            var read = await stream.ReadAtLeastAsync(buffer, PartSize, throwOnEndOfStream: false);
            if (read == 0)
            {
                return;
            }

            await connection.ExecuteAsync(Insert, new { file, part, content = buffer.AsSpan(0, read).ToArray() });
        }
    }

    /// <summary>Copies a stored file to a path, which appears whole or not at all.</summary>
    /// <exception cref="InvalidDataException">The parts are not those of the file that was stored.</exception>
    public async Task LoadAsync(string file, string sha256, string folder, string path)
    {
        using var copy = new HiddenFile(folder);
        await using var connection = await source.OpenConnectionAsync();
        for (var part = 0; ; part++)
        {
            if (await connection.ExecuteScalarAsync<byte[]?>(Select, new { file, part }) is not { } content)
            {
                break;
            }

            copy.Write(content);
        }

        if (copy.FinishHash() != sha256)
        {
            throw new InvalidDataException(
                $"The stored file '{file}' no longer has the SHA-256 {sha256} it was written with; restore it from a backup.");
        }

        copy.Publish(path, replace: true);
    }

    public static Task<int> DeleteAsync(NpgsqlConnection connection, string file) =>
        connection.ExecuteAsync("DELETE FROM file_parts WHERE file = @file", new { file });
}
