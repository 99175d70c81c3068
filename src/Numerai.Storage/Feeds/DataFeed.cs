using System.Net;
using Numerai.Tournament.Ports;

namespace Numerai.Storage.Feeds;

/// <summary>Feeds in folders and on the web.</summary>
public sealed class DataFeed : IDataFeed
{
    private static readonly HttpClient _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = TimeSpan.FromMinutes(10),
    };

    /// <inheritdoc/>
    public async Task<Stream?> OpenAsync(string location, string name)
    {
        if (Uri.TryCreate(location, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            return await DownloadAsync(new Uri(location.TrimEnd('/') + "/" + name));
        }

        var path = Path.Combine(location, name);
        if (!Directory.Exists(location))
        {
            throw new DirectoryNotFoundException($"The feed's folder {location} does not exist on this machine.");
        }

        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true) : null;
    }

    private static async Task<Stream?> DownloadAsync(Uri url)
    {
        try
        {
            var response = await _http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead);
            if (response.StatusCode == HttpStatusCode.NotFound)
            {
                response.Dispose();
                return null;
            }

            response.EnsureSuccessStatusCode();
            return await response.Content.ReadAsStreamAsync();
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            throw new IOException($"The feed did not answer for {url.GetLeftPart(UriPartial.Path)}: {fault.Message}", fault);
        }
    }
}
