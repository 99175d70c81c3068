using System.Net;
using Numerai.Client.Tests.Support;
using Numerai.Contracts;

namespace Numerai.Client.Tests;

/// <summary>The client says with what it reads what it was answered before.</summary>
public sealed class ReadYourWritesTests
{
    private const string Position = "Numerai-Position";
    private const string Wallet = """{"wallet":"1.5"}""";

    private static readonly NumeraiClientOptions _options = new()
    {
        Url = new Uri("http://tournament.test/"),
        Credentials = new NumeraiCredentials("PUBLIC", "SECRET"),
        Retries = 0,
    };

    private readonly List<string?> _sent = [];

    [Fact]
    public async Task Reads_carry_the_newest_position_of_each_actor_and_commands_carry_none()
    {
        using var client = Client(
            Told("participant/a@5"), Told("participant/a@7,round/8/1@2"), Told("participant/a@6"), Plain(Answers.Treasury));
        for (var command = 0; command < 3; command++)
        {
            await client.Accounts.WithdrawAsync(Nmr.FromNmr(1));
        }

        await client.Ledger.GetTreasuryAsync();

        Assert.Equal([null, null, null, "round/8/1@2,participant/a@7"], _sent);
    }

    [Fact]
    public async Task A_client_that_was_answered_nothing_sends_nothing()
    {
        using var client = Client(Plain(Answers.Treasury));
        await client.Ledger.GetTreasuryAsync();
        Assert.Equal([null], _sent);
    }

    [Fact]
    public async Task Of_many_actors_the_eight_used_last_are_remembered()
    {
        using var client = Client([.. Enumerable.Range(0, 20).Select(number => Told($"round/8/{number}@1")), Plain(Answers.Treasury)]);
        for (var command = 0; command < 20; command++)
        {
            await client.Accounts.WithdrawAsync(Nmr.FromNmr(1));
        }

        await client.Ledger.GetTreasuryAsync();

        Assert.Equal(string.Join(',', Enumerable.Range(12, 8).Select(number => $"round/8/{number}@1")), _sent[^1]);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("@1")]
    [InlineData("round@1")]
    [InlineData("round/8/1@-1")]
    [InlineData("round/8/1@later")]
    public async Task A_position_that_is_not_understood_is_not_sent_on(string position)
    {
        using var client = Client(Told(position), Plain(Answers.Treasury));
        await client.Accounts.WithdrawAsync(Nmr.FromNmr(1));
        await client.Ledger.GetTreasuryAsync();
        Assert.Null(_sent[^1]);
    }

    [Fact]
    public async Task A_stale_answer_is_an_answer_and_is_told()
    {
        using var client = Client(Plain(Answers.Treasury, ("Numerai-Stale", "true")), Plain(Answers.Treasury));
        var stale = new List<(object? Sender, string Path)>();
        client.StaleRead += (sender, read) => stale.Add((sender, read.Address.AbsolutePath));

        Assert.Equal(Nmr.FromNmr(5), (await client.Ledger.GetTreasuryAsync()).Balance);
        await client.Ledger.GetTreasuryAsync();

        Assert.Equal([(client, "/api/v1/treasury")], stale);
    }

    private static Func<HttpRequestMessage, HttpResponseMessage> Told(string position) => Plain(Wallet, (Position, position));

    private static Func<HttpRequestMessage, HttpResponseMessage> Plain(
        string body, params (string Name, string Value)[] headers) => request =>
    {
        var answer = Answers.Json(body, HttpStatusCode.OK)(request);
        foreach (var (name, value) in headers)
        {
            answer.Headers.TryAddWithoutValidation(name, value);
        }

        return answer;
    };

    private NumeraiClient Client(params Func<HttpRequestMessage, HttpResponseMessage>[] script) =>
        new(_options, new ScriptedHandler([.. script.Select(Noted)]));

    private Func<HttpRequestMessage, HttpResponseMessage> Noted(Func<HttpRequestMessage, HttpResponseMessage> answer) => request =>
    {
        _sent.Add(request.Headers.TryGetValues(Position, out var values) ? string.Join(',', values) : null);
        return answer(request);
    };
}
