using System.Net;

namespace Numerai.Client.Http;

/// <summary>An answer read to its end, so that a connection lost in the middle of it is part of the attempt.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, byte[] Body, TimeSpan? RetryAfter, string? ContentType)
{
    public bool Successful => (int)Status is >= 200 and < 300;

    /// <summary>
    /// Files are streamed elsewhere; an answer longer than this is no answer of a tournament server, and is not kept in memory.
    /// </summary>
    private const long Longest = 256L << 20;

    /// <summary>The server did not decide anything: trying again may help.</summary>
    public bool Transient => (int)Status >= 500 || Status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout;

    public static async Task<ApiAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        await response.Content.LoadIntoBufferAsync(Longest, cancellation).ConfigureAwait(false);
        var body = await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
        return new ApiAnswer(
            response.StatusCode, body, response.Headers.RetryAfter?.Delta, response.Content.Headers.ContentType?.MediaType);
    }
}
