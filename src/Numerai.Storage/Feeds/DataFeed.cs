using Numerai.Storage.Outgoing;
using Numerai.Tournament.Automation;
using Numerai.Tournament.Ports;

namespace Numerai.Storage.Feeds;

/// <summary>Feeds in folders and on the web.</summary>
public sealed class DataFeed : IDataFeed, IDisposable
{
    private readonly FeedOptions _options;
    private readonly CancellationToken _stopping;
    private readonly HttpClient _http;
    private readonly WebDownload _downloads;

    /// <param name="options">Null for the usual ones.</param>
    /// <param name="time">Measures deadlines: the machine's time, also where the tournament's is virtual.</param>
    /// <param name="stopping">Breaks off what is being fetched.</param>
    public DataFeed(FeedOptions? options = null, TimeProvider? time = null, CancellationToken stopping = default)
    {
        _options = options ?? new FeedOptions();
        _stopping = stopping;
        _http = new HttpClient(OutgoingHttp.Handler(_options.AllowPrivate)) { Timeout = Timeout.InfiniteTimeSpan };
        _downloads = new WebDownload(_http, _options, time ?? TimeProvider.System, stopping);
    }

    /// <inheritdoc/>
    public Task<bool> FetchAsync(string location, string name, string path, long limit) =>
        FeedAddress.IsWeb(location)
            ? _downloads.SaveAsync(new Uri(location.TrimEnd('/') + "/" + name), name, path, limit)
            : CopyAsync(location, name, path, limit);

    public void Dispose() => _http.Dispose();

    private async Task<bool> CopyAsync(string location, string name, string path, long limit)
    {
        if (!Directory.Exists(location))
        {
            throw new FeedException($"The feed's folder does not exist on this machine; {name} was looked for in it.") { Down = true };
        }

        var file = new FileInfo(Path.Combine(location, name));
        if (!file.Exists)
        {
            return false;
        }

        if (file.Length > limit)
        {
            throw TooLong(name, limit);
        }

        try
        {
            await using var content = new FileStream(
                file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);
            await using var copy = File.Create(path);
            await content.CopyToAsync(copy, _stopping);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new FeedException($"{name} of the feed cannot be read on this machine.", fault);
        }
    }

    internal static FeedException TooLong(string name, long limit) =>
        new($"{name} of the feed is longer than {limit} bytes, the most a file of its kind may have.");
}
