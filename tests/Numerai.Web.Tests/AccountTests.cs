using System.Net;
using Numerai.Client;
using Numerai.Contracts;
using Numerai.Web.Hosting;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests;

public sealed class AccountTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task A_key_gets_in_with_its_own_secret_only()
    {
        var participant = await server.RegisterAsync("keyed");
        var (id, secret) = (participant.Credentials.PublicId, participant.Credentials.SecretKey);
        var stranger = (await server.RegisterAsync("stranger")).Credentials;

        foreach (var wrong in new[]
        {
            new NumeraiCredentials(id, secret[..^1]),
            new NumeraiCredentials(id, stranger.SecretKey),
            new NumeraiCredentials(stranger.PublicId, secret),
            new NumeraiCredentials("NOTAKEY", secret),
            new NumeraiCredentials(new string('A', 32), secret),
        })
        {
            using var client = server.Connect(wrong);
            await Refused.WithAsync("not_authenticated", HttpStatusCode.Unauthorized, () => client.Accounts.GetAsync());
        }

        Assert.Equal(participant.Username, (await participant.Client.Accounts.GetAsync()).Username);
    }

    [Theory]
    [InlineData("/api/v1/account", "GET")]
    [InlineData("/api/v1/models", "POST")]
    [InlineData("/api/v1/operator/settings/8", "GET")]
    public async Task Without_a_key_there_is_a_challenge(string path, string method)
    {
        var sentence = await server.SendAsync(new HttpMethod(method), path, method == "POST" ? "{}" : null)
            .RefusedAsync("not_authenticated", HttpStatusCode.Unauthorized);

        Assert.Contains("Authorization: Token", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_participants_key_is_no_operators_key()
    {
        var participant = await server.RegisterAsync("curious");

        var refusal = await Refused.WithAsync(
            "not_authorised", HttpStatusCode.Forbidden, () => participant.Client.Operator.MintAsync(Nmr.FromNmr(1)));

        Assert.Contains("'operator'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_gives_only_scopes_that_it_has_and_only_what_they_allow()
    {
        var participant = await server.RegisterAsync("keyed");
        var reader = await participant.Client.Accounts.CreateKeyAsync("reader", ["read_user_info"]);
        using var client = server.Connect(new NumeraiCredentials(reader.PublicId, reader.Secret));

        Assert.Equal(participant.Username, (await client.Accounts.GetAsync()).Username);
        await Refused.WithAsync("not_authorised", HttpStatusCode.Forbidden, () => client.Models.CreateAsync("any-model"));
        await Refused.WithAsync(
            "not_authorised", HttpStatusCode.Forbidden, () => participant.Client.Accounts.CreateKeyAsync("more", ["operator"]));
        await Refused.WithAsync(
            "invalid_request", HttpStatusCode.BadRequest, () => participant.Client.Accounts.CreateKeyAsync("odd", ["fly"]));
        await participant.Client.Accounts.RevokeKeyAsync(reader.PublicId);
        await Refused.WithAsync("not_authenticated", HttpStatusCode.Unauthorized, () => client.Accounts.GetAsync());
    }

    [Fact]
    public async Task A_username_is_taken_once_whatever_its_case()
    {
        var participant = await server.RegisterAsync("Taken");

        await Refused.WithAsync(
            "username_taken", HttpStatusCode.Conflict, () =>
                server.Operator.Accounts.RegisterAsync(participant.Username.ToUpperInvariant()));
    }

    [Theory]
    [InlineData("""{"username":"x"}""", "invalid_name")]
    [InlineData("""{"username":"with space"}""", "invalid_name")]
    [InlineData("""{"username":"short-secret","secret":"abc"}""", "invalid_request")]
    public async Task A_bad_registration_is_refused(string body, string code) =>
        await server.SendAsync(HttpMethod.Post, "/api/v1/accounts", body).RefusedAsync(code, HttpStatusCode.BadRequest);

    [Fact]
    public async Task Secrets_are_stored_nowhere()
    {
        var participant = await server.RegisterAsync("hushed");

        // The write-ahead log is open in the server, so the files are read as they are.
        foreach (var path in Directory.EnumerateFiles(server.Folder, "numerai.db*"))
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file, System.Text.Encoding.Latin1);
            Assert.DoesNotContain(participant.Credentials.SecretKey, await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_server_with_closed_registration_makes_no_accounts()
    {
        await using var closed = new TestServer();
        await closed.StartAsync(options => options with { OpenRegistration = false });

        await Refused.WithAsync("registration_closed", HttpStatusCode.Forbidden, () => closed.Operator.Accounts.RegisterAsync("anybody"));
    }

    [Fact]
    public async Task Too_many_requests_are_told_when_to_come_back()
    {
        await using var limited = new TestServer();
        await limited.StartAsync(options => options with { RateLimits = true, Limits = new RateLimits(1, 2, 1, 3) });

        for (var request = 0; request < 3; request++)
        {
            using var taken = await limited.SendAsync(HttpMethod.Get, "/api/v1/treasury");
            Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        }

        using var rejected = await limited.SendAsync(HttpMethod.Get, "/api/v1/treasury");
        Assert.NotNull(rejected.Headers.RetryAfter?.Delta);
        await Task.FromResult(rejected).RefusedAsync("rate_limited", HttpStatusCode.TooManyRequests);
        using var health = await limited.SendAsync(HttpMethod.Get, "/health/ready");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        for (var request = 0; request < 10; request++)
        {
            await limited.Operator.Ledger.GetTreasuryAsync();
        }
    }
}
