using System.Net;
using System.Net.Sockets;
using System.Text;
using Numerai.Storage.Feeds;
using Numerai.Tournament.Ports;

namespace Numerai.Storage.Tests.Feeds;

/// <summary>A feed is a folder or a web address; either has a file, does not have it yet, or cannot be asked.</summary>
public sealed class DataFeedTests : IDisposable
{
    private const string Name = "rounds/12/live.parquet";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("numerai-feed-");
    private readonly DataFeed _feed = new(new FeedOptions { AllowPrivate = true });

    [Fact]
    public async Task A_file_of_a_folder_is_opened_and_one_that_is_not_there_yet_is_none()
    {
        var path = Path.Combine(_folder.FullName, Name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, "rows", TestContext.Current.CancellationToken);

        Assert.Equal("rows", await ReadAsync(_folder.FullName, Name));
        Assert.Null(await ReadAsync(_folder.FullName, "rounds/13/live.parquet"));
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_said_to_be_without_its_path_which_everybody_would_see()
    {
        var missing = Path.Combine(_folder.FullName, "elsewhere");

        var fault = await Assert.ThrowsAsync<FeedException>(() => ReadAsync(missing, Name));

        Assert.Contains(Name, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(missing, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public async Task A_file_of_a_web_address_is_downloaded(string ending)
    {
        using var server = Serve(request => request == $"/feed/{Name}" ? (200, "rows") : (404, string.Empty), out var address);

        Assert.Equal("rows", await ReadAsync($"{address}feed{ending}", Name));
        Assert.Null(await ReadAsync($"{address}feed{ending}", "rounds/13/live.parquet"));
    }

    [Fact]
    public async Task A_server_in_trouble_is_not_taken_for_a_file_that_is_not_there_yet()
    {
        using var server = Serve(_ => (503, string.Empty), out var address);

        var fault = await Assert.ThrowsAsync<FeedException>(() => ReadAsync($"{address}feed", Name));

        Assert.Contains(Name, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_gone_is_a_feed_that_cannot_be_reached()
    {
        var server = Serve(_ => (200, string.Empty), out var address);
        server.Close();

        await Assert.ThrowsAsync<FeedException>(() => ReadAsync($"{address}feed", Name));
    }

    [Fact]
    public async Task A_file_of_a_folder_that_is_too_long_is_not_copied()
    {
        var path = Path.Combine(_folder.FullName, "long");
        await File.WriteAllBytesAsync(path, new byte[1001], TestContext.Current.CancellationToken);

        var fault = await Assert.ThrowsAsync<FeedException>(() => ReadAsync(_folder.FullName, "long"));

        Assert.Contains("longer than 1000 bytes", fault.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _feed.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<string?> ReadAsync(string location, string name)
    {
        var copy = Path.Combine(_folder.FullName, "copy");
        return await _feed.FetchAsync(location, name, copy, limit: 1000)
            ? await File.ReadAllTextAsync(copy, TestContext.Current.CancellationToken)
            : null;
    }

    private static HttpListener Serve(Func<string, (int Status, string Body)> answer, out string address)
    {
        address = $"http://127.0.0.1:{FreePort()}/";
        var listener = new HttpListener { Prefixes = { address } };
        listener.Start();
        _ = AnswerAsync(listener, answer);
        return listener;
    }

    private static async Task AnswerAsync(HttpListener listener, Func<string, (int Status, string Body)> answer)
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            var (status, body) = answer(context.Request.Url!.AbsolutePath);
            context.Response.StatusCode = status;
            context.Response.Close(Encoding.UTF8.GetBytes(body), willBlock: false);
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
