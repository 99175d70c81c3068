using System.Net;
using Numerai.Storage.Outgoing;
using Numerai.Tournament.Ports;

namespace Numerai.Storage.Feeds;

/// <summary>
/// Downloads files to disk, piece by piece. A download ends when it takes too long as a whole, when it moves too slowly, when it is too
/// long, or when the host stops. What is said of one names the file, not the address.
/// </summary>
internal sealed class WebDownload(HttpClient http, FeedOptions options, TimeProvider time, CancellationToken stopping)
{
    private const int PieceSize = 1 << 16;

    /// <summary>False when the feed answers that there is no such file (yet).</summary>
    public async Task<bool> SaveAsync(Uri url, string name, string path, long limit)
    {
        using var total = new CancellationTokenSource(options.Total, time);
        using var stall = new CancellationTokenSource(options.Stall, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(total.Token, stall.Token, stopping);
        try
        {
            using var request = Request(url);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (response.StatusCode == HttpStatusCode.NotFound)
            {
                return false;
            }

            Check(response, name, limit);
            stall.CancelAfter(options.Stall);
            await using var body = await response.Content.ReadAsStreamAsync(either.Token);
            await using var file = File.Create(path);
            await CopyAsync(body, file, name, limit, stall, either.Token);
            return true;
        }
        catch (OperationCanceledException fault) when (!stopping.IsCancellationRequested)
        {
            throw total.IsCancellationRequested
                ? new FeedException($"The feed did not send the whole of {name} within {options.Total}.", fault)
                : new FeedException(
                    $"The feed stalled: it sent less than {options.LeastProgress} bytes of {name} within {options.Stall}.", fault)
                {
                    Down = true,
                };
        }
        catch (HttpRequestException fault)
        {
            throw new FeedException(Describe(fault, name), fault) { Down = true };
        }
        catch (InvalidDataException fault)
        {
            throw new FeedException(
                $"{name} was not asked for: the server's file of feed credentials cannot be used; its log says why.", fault)
            {
                Down = true,
            };
        }
    }

    private HttpRequestMessage Request(Uri url)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (options.CredentialsFile is { } file)
        {
            foreach (var (header, value) in FeedCredentials.For(file, url))
            {
                request.Headers.TryAddWithoutValidation(header, value);
            }
        }

        return request;
    }

    private static void Check(HttpResponseMessage response, string name, long limit)
    {
        var status = (int)response.StatusCode;
        if (!response.IsSuccessStatusCode)
        {
            throw new FeedException(status switch
            {
                >= 300 and < 400 =>
                    $"The feed answered HTTP {status} for {name}: redirects are not followed; give the address that the files are at.",
                401 or 403 =>
                    $"The feed answered HTTP {status} for {name}: it wants credentials, or others than in the server's file "
                        + "(--feed-credentials).",
                _ => $"The feed answered HTTP {status} for {name}.",
            });
        }

        if (response.Content.Headers.ContentLength > limit)
        {
            throw DataFeed.TooLong(name, limit);
        }
    }

    private async Task CopyAsync(
        Stream body, Stream file, string name, long limit, CancellationTokenSource stall, CancellationToken cancellation)
    {
        var piece = new byte[PieceSize];
        var (copied, sinceTold) = (0L, 0);
        while (await ReadAsync(body, piece, name, cancellation) is > 0 and var read)
        {
            copied += read;
            if (copied > limit)
            {
                throw DataFeed.TooLong(name, limit);
            }

            sinceTold += read;
            if (sinceTold >= options.LeastProgress)
            {
                stall.CancelAfter(options.Stall);
                sinceTold = 0;
            }

            await file.WriteAsync(piece.AsMemory(0, read), cancellation);
        }
    }

    /// <summary>Told from a full disk: only what the network does is the feed's fault.</summary>
    private static async Task<int> ReadAsync(Stream body, byte[] piece, string name, CancellationToken cancellation)
    {
        try
        {
            return await body.ReadAsync(piece, cancellation);
        }
        catch (IOException fault)
        {
            throw new FeedException($"The feed broke the connection off in the middle of {name}.", fault);
        }
    }

    private static string Describe(HttpRequestException fault, string name) =>
        fault.GetBaseException() is AddressNotAllowedException
            ? $"{AddressNotAllowedException.Code}: the feed is on no public network, so {name} was not asked for; an operator who wants "
                + "it starts the server "
                + "with --allow-private-feeds (Silo:AllowPrivateFeeds)."
            : $"The feed did not answer for {name} ({fault.HttpRequestError}).";
}
