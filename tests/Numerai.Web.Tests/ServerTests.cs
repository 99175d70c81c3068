using System.Net;
using System.Text.Json;
using Numerai.Client;
using Numerai.Contracts;
using Numerai.Silo.Hosting;
using Numerai.Storage.Files;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests;

/// <summary>The server as a whole: description, events, clock, restart, options.</summary>
public sealed class ServerTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task The_description_names_every_endpoint_with_its_scope()
    {
        using var response = await server.SendAsync(HttpMethod.Get, "/openapi/v1.json");
        var paths = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("paths");

        Assert.All(
            [
                "/api/v1/accounts", "/api/v1/account", "/api/v1/account/keys", "/api/v1/account/withdrawals", "/api/v1/models",
                "/api/v1/models/{model}", "/api/v1/models/{model}/stake", "/api/v1/models/{model}/submissions", "/api/v1/datasets",
                "/api/v1/datasets/{name}", "/api/v1/submissions", "/api/v1/submissions/upload-url", "/api/v1/submissions/{id}/file",
                "/uploads/{token}", "/api/v1/rounds", "/api/v1/rounds/{tournament}/{number}", "/api/v1/rounds/{tournament}/current",
                "/api/v1/rounds/{tournament}/{number}/settlement", "/api/v1/rounds/{tournament}/{number}/proof/{model}", "/api/v1/scores",
                "/api/v1/leaderboard/{tournament}", "/api/v1/ledger", "/api/v1/treasury", "/api/v1/conservation", "/api/v1/events",
                "/api/v1/operator/rounds/{tournament}/open", "/api/v1/operator/clock", "/api/v1/operator/datasets/{name}",
            ],
            path => Assert.True(paths.TryGetProperty(path, out _), $"{path} is missing."));
        Assert.Contains(
            "'stake'",
            paths.GetProperty("/api/v1/models/{model}/stake").GetProperty("post").GetProperty("description").GetString(),
            StringComparison.Ordinal);
        using var page = await server.SendAsync(HttpMethod.Get, "/docs/");
        Assert.Equal(("text/html", HttpStatusCode.OK), (page.Content.Headers.ContentType?.MediaType, page.StatusCode));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_is_told(string path)
    {
        using var response = await server.SendAsync(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Events_are_told_in_order_from_where_a_listener_stands()
    {
        var participant = await server.RegisterAsync("heard");
        var model = await participant.Client.Models.CreateAsync(TestServer.NewName("model"));
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var heard = new List<string>();

        await foreach (var happened in participant.Client.Events.ListenAsync(after: 0, enough.Token))
        {
            heard.Add(happened.Type);
            if (happened.Type == "model_created" && happened.Data.GetProperty("model").GetGuid() == model.Id.Value)
            {
                break;
            }
        }

        Assert.Equal("account_registered", heard[0]);
        Assert.Equal("model_created", heard[^1]);
    }

    [Fact]
    public async Task Times_and_amounts_have_one_form()
    {
        var participant = await server.RegisterAsync("formal", "12.500000000000000000");
        using var response = await server.SendAsync(HttpMethod.Get, "/api/v1/account", null, participant.Credentials);
        var account = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal("12.5", account.GetProperty("wallet").GetString());
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", account.GetProperty("registered").GetString());
        Assert.Matches("^[0-9a-f-]{36}$", account.GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_virtual_clock_closes_what_is_due_and_outlives_the_server()
    {
        await using var rehearsal = new TestServer();
        await rehearsal.InitializeAsync();
        var round = await rehearsal.OpenRoundAsync();

        var clock = await rehearsal.Operator.Operator.AdvanceClockAsync(round.Closes);
        Assert.Contains(clock.Done, line => line.Contains("closed", StringComparison.Ordinal));
        Assert.Equal(RoundPhase.Closed, (await rehearsal.Operator.Rounds.GetAsync(8, round.Number)).Phase);
        await Refused.WithAsync(
            "clock_not_forward", HttpStatusCode.Conflict, () => rehearsal.Operator.Operator.AdvanceClockAsync(TestServer.Start));

        await Refused.WithAsync(
            "clock_too_far", HttpStatusCode.BadRequest, () => rehearsal.Operator.Operator.AdvanceClockAsync(DateTimeOffset.MaxValue));

        await rehearsal.StopAsync();
        await rehearsal.StartAsync(null);
        Assert.Equal(round.Closes, (await rehearsal.Operator.Operator.AdvanceClockAsync(round.Closes)).Now);
        Assert.False(rehearsal.Server.OperatorKey.New);
        Assert.Equal(round.Number, (await rehearsal.Operator.Rounds.GetCurrentAsync()).Number);
    }

    [Fact]
    public async Task A_real_clock_is_not_moved_by_hand()
    {
        await using var real = new TestServer();
        await real.StartAsync(options => options with { VirtualClock = null });

        await Refused.WithAsync(
            "clock_not_virtual", HttpStatusCode.Conflict, () => real.Operator.Operator.AdvanceClockAsync(TestServer.Start));
    }

    [Fact]
    public async Task A_folder_stays_on_the_clock_it_was_made_on()
    {
        await using var rehearsal = new TestServer();
        await rehearsal.InitializeAsync();
        await rehearsal.StopAsync();

        var refused = await Assert.ThrowsAsync<DataFolderClockException>(
            () => rehearsal.StartAsync(options => options with { VirtualClock = null }));

        Assert.Equal("data_folder_virtual_clock", refused.Code);
        Assert.Contains("Start it with --virtual-clock 2026-01-06T12:00:00Z", refused.Message, StringComparison.Ordinal);
        await rehearsal.StartAsync(null);
        Assert.True(await rehearsal.Operator.IsReadyAsync());
    }

    [Fact]
    public async Task A_folder_of_real_time_does_not_go_on_a_virtual_clock_but_one_with_a_mark_of_an_earlier_version_does()
    {
        await using var real = new TestServer();
        await real.StartAsync(options => options with { VirtualClock = null });
        await real.StopAsync();

        var refused = await Assert.ThrowsAsync<DataFolderClockException>(() => real.StartAsync(null));

        Assert.Equal("data_folder_real_clock", refused.Code);
        Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
        await File.WriteAllTextAsync(ClockMark.PathIn(real.Folder), "2026-01-08T00:00:00.0000000Z");
        await real.StartAsync(null);
        Assert.Equal(new DateTimeOffset(2026, 1, 8, 0, 0, 0, TimeSpan.Zero), real.Server.Time.GetUtcNow());
    }

    [Fact]
    public async Task A_mark_that_a_start_which_came_to_nothing_left_behind_binds_nobody()
    {
        await using var real = new TestServer();
        ClockMark.Write(real.Folder, TestServer.Start);

        await real.StartAsync(options => options with { VirtualClock = null });

        Assert.Null(ClockMark.Read(real.Folder));
    }

    [Fact]
    public async Task Two_servers_do_not_share_a_folder()
    {
        var options = new SiloSettings { DataFolder = server.Folder, Url = "http://127.0.0.1:0" };

        await Assert.ThrowsAsync<DataFolderInUseException>(() => SiloHost.StartAsync(options));
        Assert.True(await server.Operator.IsReadyAsync());
    }

    [Theory]
    [InlineData("", "http://127.0.0.1:0")]
    [InlineData("data", "nonsense")]
    [InlineData("data", "http://127.0.0.1:0/with/path")]
    [InlineData("data", "ftp://127.0.0.1")]
    public async Task Wrong_options_are_told_before_anything_starts(string folder, string url)
    {
        var options = new SiloSettings { DataFolder = folder, Url = url };

        Assert.All(SiloSettingsCheck.Check(options), sentence => Assert.EndsWith(".", sentence, StringComparison.Ordinal));
        await Assert.ThrowsAsync<ArgumentException>(() => SiloHost.StartAsync(options));
    }

    [Fact]
    public async Task The_operators_key_and_the_servers_secret_are_readable_by_their_owner_only()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        foreach (var name in new[] { "operator.json", "server.secret" })
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(server.Folder, name)));
        }

        var kept = NumeraiConfiguration.Read(Path.Combine(server.Folder, "operator.json"));
        Assert.Equal(server.Operator.Options.Credentials, new NumeraiCredentials(kept!.PublicId!, kept.SecretKey!));
        Assert.Equal("operator", (await server.Operator.Accounts.GetAsync()).Username);
    }

    [Fact]
    public async Task Settings_are_changed_by_the_next_version_only()
    {
        var settings = await server.Operator.Operator.GetSettingsAsync(12);

        await Refused.WithAsync("invalid_settings", HttpStatusCode.BadRequest, () =>
            server.Operator.Operator.ChangeSettingsAsync(settings with { Payout = settings.Payout with { Clip = 0.03m } }));
        var wrong = settings with { Version = settings.Version + 1, Payout = settings.Payout with { Clip = 2 } };
        await Refused.WithAsync("invalid_settings", HttpStatusCode.BadRequest, () => server.Operator.Operator.ChangeSettingsAsync(wrong));
        var changed = await server.Operator.Operator.ChangeSettingsAsync(
            settings with { Version = settings.Version + 1, Payout = settings.Payout with { Clip = 0.04m } });
        Assert.Equal(0.04m, changed.Payout.Clip);
        Assert.Equal(changed.Version, (await server.Operator.Operator.ChangeSettingsAsync(changed)).Version);
    }
}
