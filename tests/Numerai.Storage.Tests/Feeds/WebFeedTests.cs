using System.Text.Json;
using Numerai.Storage.Feeds;
using Numerai.Tournament.Ports;

namespace Numerai.Storage.Tests.Feeds;

/// <summary>
/// A web feed that stalls, drips, sends too much or leads elsewhere is given up, with the file's name and never the address.
/// </summary>
public sealed class WebFeedTests : IDisposable
{
    private const string Name = "rounds/12/live.parquet";
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Length: 100000";
    private static readonly FeedOptions _options = new() { AllowPrivate = true };
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("numerai-feed-");
    private readonly HandClock _clock = new();
    private readonly CancellationTokenSource _stopping = new();

    [Fact]
    public async Task An_answer_whose_head_never_comes_is_a_stall()
    {
        using var server = new RawServer(string.Empty);
        var fetch = FetchAsync(server, _options);
        await server.Asked;

        _clock.Pass(_options.Stall);

        await AssertGivenUpAsync(fetch, server, "stalled", down: true);
    }

    [Fact]
    public async Task A_body_that_stops_in_the_middle_is_a_stall_though_much_of_it_has_come()
    {
        using var server = new RawServer(Head, _options.LeastProgress);
        var fetch = FetchAsync(server, _options);
        await _clock.Changed.WaitAsync(TestContext.Current.CancellationToken);
        await _clock.Changed.WaitAsync(TestContext.Current.CancellationToken);

        _clock.Pass(_options.Stall);

        await AssertGivenUpAsync(fetch, server, "stalled", down: true);
    }

    [Fact]
    public async Task A_body_that_only_drips_counts_as_stalled_and_none_takes_longer_than_the_whole_may()
    {
        using var dripping = new RawServer(Head, _options.LeastProgress - 1);
        var drip = FetchAsync(dripping, _options);
        await _clock.Changed.WaitAsync(TestContext.Current.CancellationToken);
        _clock.Pass(_options.Stall);
        await AssertGivenUpAsync(drip, dripping, "stalled", down: true);

        using var slow = new RawServer(Head, 1);
        var patient = _options with { Total = TimeSpan.FromSeconds(20) };
        var fetch = FetchAsync(slow, patient);
        await slow.Asked;
        _clock.Pass(patient.Total);
        await AssertGivenUpAsync(fetch, slow, "did not send the whole", down: false);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100000", 0)]
    [InlineData("HTTP/1.1 200 OK\r\nConnection: close", 5000)]
    public async Task A_body_that_is_too_long_is_not_taken_whether_it_says_so_or_not(string head, int body)
    {
        using var server = new RawServer(head, body);

        await AssertGivenUpAsync(FetchAsync(server, _options, limit: 4999), server, "longer than 4999 bytes", down: false);
    }

    [Fact]
    public async Task Redirects_are_not_followed_and_an_answer_that_is_no_file_is_told_by_its_status()
    {
        using var server = new RawServer("HTTP/1.1 302 Found\r\nLocation: http://10.0.0.1/secret\r\nContent-Length: 0");
        await AssertGivenUpAsync(FetchAsync(server, _options), server, "HTTP 302", down: false);

        using var refusing = new RawServer("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0");
        await AssertGivenUpAsync(FetchAsync(refusing, _options), refusing, "--feed-credentials", down: false);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("0x7f.1")]
    public async Task This_machine_is_no_place_for_a_feed_however_it_is_spelled_unless_it_is_allowed(string host)
    {
        using var server = new RawServer(Head);
        using var feed = new DataFeed(new FeedOptions(), _clock);
        var address = server.Address.Replace("127.0.0.1", host, StringComparison.Ordinal);

        var fault = await Assert.ThrowsAsync<FeedException>(() => feed.FetchAsync(address, Name, Copy, 1000));

        Assert.StartsWith("address_not_allowed", fault.Message, StringComparison.Ordinal);
        Assert.False(server.Asked.IsCompleted);
    }

    [Fact]
    public async Task A_host_that_stops_breaks_off_what_is_being_fetched()
    {
        using var server = new RawServer(Head, 10);
        var fetch = FetchAsync(server, _options);
        await server.Asked;

        await _stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetch);
    }

    [Fact]
    public async Task Credentials_of_the_longest_address_that_leads_to_the_file_are_sent_and_only_there()
    {
        using var server = new RawServer("HTTP/1.1 404 Not Found\r\nContent-Length: 0");
        var root = new Uri(server.Address).GetLeftPart(UriPartial.Authority);
        var file = Credentials(JsonSerializer.Serialize(new Dictionary<string, Dictionary<string, string>>
        {
            [server.Address] = new() { ["Authorization"] = "Bearer right" },
            [root] = new() { ["Authorization"] = "Bearer wrong" },
        }));
        Assert.False(await FetchAsync(server, _options with { CredentialsFile = file }));
        Assert.Contains("Authorization: Bearer right", await server.Asked, StringComparison.Ordinal);

        using var other = new RawServer("HTTP/1.1 404 Not Found\r\nContent-Length: 0");
        Assert.False(await FetchAsync(other, _options with { CredentialsFile = file }));
        Assert.DoesNotContain("Authorization", await other.Asked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"https://feeds.example.org": {"Authorization": "Bearer secret"}}""", true, "chmod 600")]
    [InlineData("""{"https://feeds.example.org": null}""", false, "JSON like")]
    [InlineData("""{"https://ada:secret@feeds.example.org": {}}""", false, "JSON like")]
    [InlineData("""{"https://feeds.example.org": {"A": "secret\r\nB: c"}}""", false, "JSON like")]
    [InlineData("""{"https://feeds.example.org": {"A": "secret" """, false, "JSON like")]
    public void Credentials_that_others_can_read_or_that_are_none_are_refused_without_showing_them(
        string content, bool exposed, string said)
    {
        var file = Credentials(content);
        if (exposed && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        }

        var sentence = FeedCredentials.Check(file);

        Assert.Contains(said, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", sentence, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _folder.Delete(recursive: true);
    }

    private string Copy => Path.Combine(_folder.FullName, "copy");

    private async Task<bool> FetchAsync(RawServer server, FeedOptions options, long limit = 1 << 20)
    {
        using var feed = new DataFeed(options, _clock, _stopping.Token);
        return await feed.FetchAsync(server.Address, Name, Copy, limit);
    }

    private static async Task AssertGivenUpAsync(Task fetch, RawServer server, string said, bool down)
    {
        var fault = await Assert.ThrowsAsync<FeedException>(() => fetch);
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
        Assert.Contains(Name, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(new Uri(server.Address).Authority, fault.Message, StringComparison.Ordinal);
        Assert.Equal(down, fault.Down);
    }

    private string Credentials(string content)
    {
        var path = Path.Combine(_folder.FullName, "credentials.json");
        File.WriteAllText(path, content);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return path;
    }
}
