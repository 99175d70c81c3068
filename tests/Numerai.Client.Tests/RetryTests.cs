using System.Net;
using System.Net.Http.Headers;
using Numerai.Client.Tests.Support;
using Numerai.Contracts;

namespace Numerai.Client.Tests;

/// <summary>What is sent again, and what is not.</summary>
public sealed class RetryTests
{
    private static readonly NumeraiClientOptions _options = new()
    {
        Url = new Uri("http://tournament.test/"),
        Credentials = new NumeraiCredentials("PUBLIC", "SECRET"),
        Retries = 3,
        RetryDelay = TimeSpan.FromMilliseconds(1),
    };

    public static TheoryData<string> Faults => ["lost", "refused", "truncated", "503", "500", "429", "408"];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_read_is_repeated_until_it_is_answered(string fault)
    {
        var handler = new ScriptedHandler(Fault(fault), Fault(fault), Answers.Json(Answers.Treasury));
        using var client = new NumeraiClient(_options, handler);

        Assert.Equal(Nmr.FromNmr(5), (await client.Ledger.GetTreasuryAsync()).Balance);
        Assert.Equal(3, handler.Requests.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    public async Task A_proxy_with_no_server_behind_it_counts_as_an_unreachable_server(HttpStatusCode status)
    {
        using var client = new NumeraiClient(_options with { Retries = 0 }, new ScriptedHandler(_ => new HttpResponseMessage(status)));

        var fault = await Assert.ThrowsAsync<NumeraiApiException>(() => client.Ledger.GetTreasuryAsync());
        Assert.Equal(NumeraiApiException.Unreachable, fault.Code);
        Assert.Contains($"{(int)status}", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_wait_a_server_asks_for_grows_while_it_keeps_asking()
    {
        var time = new LeapingTime();
        HttpResponseMessage Away(HttpRequestMessage request)
        {
            var answer = Answers.Refusal("temporarily_unavailable", HttpStatusCode.ServiceUnavailable)(request);
            answer.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(1));
            return answer;
        }

        using var client = new NumeraiClient(
            _options with
            {
                Retries = 5,
                RetryDelay = TimeSpan.FromSeconds(0.5),
                Time = time,
            }, new ScriptedHandler(Away, Away, Away, Away, Away, Away));

        await Assert.ThrowsAsync<NumeraiApiException>(() => client.Ledger.GetTreasuryAsync());
        Assert.Equal([1, 1, 2, 4, 8], time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task A_command_is_repeated_with_the_same_command_id()
    {
        var handler = new ScriptedHandler(Answers.ConnectionLost, Answers.Json("""{"wallet":"1.5"}"""));
        using var client = new NumeraiClient(_options, handler);

        Assert.Equal(Nmr.Parse("1.5"), (await client.Accounts.WithdrawAsync(Nmr.FromNmr(1))).Wallet);
        Assert.Equal(handler.Requests[0].Body, handler.Requests[1].Body);
        Assert.Contains("\"amount\":\"1\"", handler.Requests[0].Body, StringComparison.Ordinal);
        Assert.Contains("\"commandId\":\"", handler.Requests[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registration_is_repeated_with_the_same_secret()
    {
        var handler = new ScriptedHandler(Answers.ConnectionLost, Answers.Refusal("username_taken", HttpStatusCode.Conflict));
        using var client = new NumeraiClient(_options with { Credentials = null }, handler);

        await Assert.ThrowsAsync<NumeraiApiException>(() => client.Accounts.RegisterAsync("alice"));
        Assert.Equal(handler.Requests[0].Body, handler.Requests[1].Body);
        Assert.Null(handler.Requests[0].Authorization);
    }

    [Fact]
    public async Task A_command_that_cannot_be_told_from_a_second_one_is_not_repeated_when_its_answer_was_lost()
    {
        var handler = new ScriptedHandler(Answers.ConnectionLost);
        using var client = new NumeraiClient(_options, handler);

        var fault = await Assert.ThrowsAsync<NumeraiApiException>(
            () => client.Operator.OpenRoundAsync(8, new OpenRoundRequest("v5.2/live.parquet")));

        Assert.Equal((NumeraiApiException.Unreachable, 1), (fault.Code, handler.Requests.Count));
    }

    [Theory]
    [InlineData("refused")]
    [InlineData("429")]
    public async Task Such_a_command_is_repeated_when_the_server_has_not_done_it(string fault)
    {
        var handler = new ScriptedHandler(Fault(fault), Answers.Refusal("round_exists", HttpStatusCode.Conflict));
        using var client = new NumeraiClient(_options, handler);

        var refusal = await Assert.ThrowsAsync<NumeraiApiException>(
            () => client.Operator.OpenRoundAsync(8, new OpenRoundRequest("v5.2/live.parquet")));

        Assert.Equal(
            ("round_exists", HttpStatusCode.Conflict, "The sentence of round_exists."), (refusal.Code, refusal.Status, refusal.Message));
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task A_refusal_is_not_repeated()
    {
        var handler = new ScriptedHandler(Answers.Refusal("round_not_found", HttpStatusCode.NotFound));
        using var client = new NumeraiClient(_options, handler);

        var refusal = await Assert.ThrowsAsync<NumeraiApiException>(() => client.Rounds.GetAsync(8, 1));

        Assert.Equal(("round_not_found", 1), (refusal.Code, handler.Requests.Count));
    }

    [Fact]
    public async Task After_the_last_retry_the_server_is_unreachable()
    {
        var handler = new ScriptedHandler(
            [.. Enumerable.Repeat<Func<HttpRequestMessage, HttpResponseMessage>>(Answers.ConnectionRefused, 4)]);
        using var client = new NumeraiClient(_options, handler);

        var fault = await Assert.ThrowsAsync<NumeraiApiException>(() => client.Ledger.GetTreasuryAsync());

        Assert.Equal((NumeraiApiException.Unreachable, 4), (fault.Code, handler.Requests.Count));
        Assert.Null(fault.Status);
    }

    [Fact]
    public async Task After_the_last_retry_a_5xx_is_told_with_its_code()
    {
        var handler = new ScriptedHandler([.. Enumerable.Repeat(Answers.Refusal("internal_error", HttpStatusCode.InternalServerError), 4)]);
        using var client = new NumeraiClient(_options, handler);

        var fault = await Assert.ThrowsAsync<NumeraiApiException>(() => client.Ledger.GetTreasuryAsync());

        Assert.Equal(("internal_error", 4), (fault.Code, handler.Requests.Count));
    }

    [Fact]
    public async Task A_cancelled_call_ends_as_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var handler = new ScriptedHandler(_ =>
        {
            cancellation.Cancel();
            throw new OperationCanceledException(cancellation.Token);
        });
        using var client = new NumeraiClient(_options, handler);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Ledger.GetTreasuryAsync(cancellation.Token));
        Assert.Single(handler.Requests);
    }

    [Theory]
    [InlineData("<html>a proxy</html>")]
    [InlineData("{\"balance\":5}")]
    [InlineData("null")]
    public async Task An_answer_of_something_else_is_not_understood(string body)
    {
        using var client = new NumeraiClient(_options, new ScriptedHandler(Answers.Json(body)));

        var fault = await Assert.ThrowsAsync<NumeraiApiException>(() => client.Ledger.GetTreasuryAsync());

        Assert.Equal(NumeraiApiException.NotUnderstood, fault.Code);
    }

    [Fact]
    public async Task A_call_that_needs_a_key_is_not_sent_without_one()
    {
        var handler = new ScriptedHandler();
        using var client = new NumeraiClient(_options with { Credentials = null }, handler);

        var fault = await Assert.ThrowsAsync<NumeraiApiException>(() => client.Accounts.GetAsync());

        Assert.Equal((NumeraiApiException.NoCredentials, 0), (fault.Code, handler.Requests.Count));
    }

    [Fact]
    public async Task The_key_is_sent_as_participants_clients_send_it()
    {
        var handler = new ScriptedHandler(Answers.Json(Answers.Treasury));
        using var client = new NumeraiClient(_options, handler);

        await client.Ledger.GetTreasuryAsync();

        Assert.Equal("Token PUBLIC$SECRET", handler.Requests.Single().Authorization);
    }

    private static Func<HttpRequestMessage, HttpResponseMessage> Fault(string name) => name switch
    {
        "lost" => Answers.ConnectionLost,
        "refused" => Answers.ConnectionRefused,
        "truncated" => Answers.Truncated,
        _ => Answers.Refusal("some_code", (HttpStatusCode)int.Parse(name)),
    };
}
