using System.Text.Json;
using Numerai.Verification;
using Numerai.Verification.Exports;

namespace Numerai.Cli.Proofs;

/// <summary>Reads documents that prove themselves.</summary>
internal static class ProofFile
{
    /// <exception cref="CheckRefusedException">The file is none, or broke off.</exception>
    public static async Task<T> ReadAsync<T>(string path, string what, CancellationToken cancellation)
        where T : class
    {
        var content = await File.ReadAllBytesAsync(path, cancellation);
        try
        {
            return JsonSerializer.Deserialize<T>(content, ExportFormat.Json) ?? throw new JsonException("It is null.");
        }
        catch (JsonException fault)
        {
            throw new CheckRefusedException(
                CheckRefusedException.DocumentUnreadable, $"'{path}' is no {what}, or one that broke off: {fault.Message}");
        }
    }
}
