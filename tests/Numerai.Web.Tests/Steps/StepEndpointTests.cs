using System.Net;
using System.Text.Json;
using Numerai.Contracts;
using Numerai.Web.Tests.GraphQl;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.Steps;

/// <summary>Commands that take long answer with where to ask for them; what they do can be seen, tried again and given up.</summary>
public sealed class StepEndpointTests : IAsyncLifetime
{
    private readonly ScoredRound _played = new();

    public ValueTask InitializeAsync() => _played.InitializeAsync();

    public ValueTask DisposeAsync() => _played.DisposeAsync();

    [Fact]
    public async Task What_is_done_within_the_time_is_answered_with_200_and_the_round()
    {
        var (response, round) = await _played.SendAsync(
            HttpMethod.Post, $"{_played.Path}/resolve", "{}", "respond-async, wait=45; foo=\"1,2\"");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(("resolved", JsonValueKind.Null), (round.Text("phase"), round.At("step").ValueKind));
        Assert.Equal(["wait=45"], response.Headers.GetValues("Preference-Applied"));
        Assert.Null(response.Headers.Location);
    }

    [Fact]
    public async Task What_is_not_is_answered_with_202_and_where_to_ask_for_it()
    {
        var (response, round) = await _played.SendAsync(HttpMethod.Post, $"{_played.Path}/resolve", "{}", "wait=0");

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal($"{_played.Path}/step", response.Headers.Location?.OriginalString);
        Assert.Equal((TimeSpan.FromSeconds(1), "wait=0"), (
            response.Headers.RetryAfter?.Delta, Assert.Single(response.Headers.GetValues("Preference-Applied"))));
        Assert.Equal(("settling", "settling"), (round.Text("working"), round.Text("step", "step")));

        var resolved = await _played.Server.Operator.Steps.WaitAsync(8, _played.Round.Number);

        Assert.Equal((RoundPhase.Resolved, null), (resolved.Phase, resolved.Step));
        var none = await Refused.WithAsync(
            "step_not_found", HttpStatusCode.NotFound, () => _played.Server.Operator.Steps.GetAsync(8, _played.Round.Number));
        Assert.EndsWith("has nothing under way; it is resolved.", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_fails_is_seen_tried_again_and_ends_once_its_cause_is_gone()
    {
        var failing = (await _played.FailAsync()).At("step");
        var theOperator = _played.Server.Operator;

        Assert.Equal(("failing", "entries", "round_step_failed"), (
            failing.Text("state"), failing.Text("stage"), failing.Text("lastError", "code")));
        var step = Assert.Single(await theOperator.Steps.ListAsync());
        Assert.Equal((_played.Round.Id, RoundStepState.Failing), (step.Round, step.State));
        Assert.NotEmpty(step.Place!);
        Assert.Equal("round_step_failed", (await Assert.ThrowsAsync<Client.NumeraiApiException>(
            () => theOperator.Operator.ResolveRoundAsync(8, _played.Round.Number))).Code);

        var seen = (await theOperator.Rounds.GetAsync(8, _played.Round.Number)).Step!;
        Assert.Equal((RoundStepState.Failing, null, null), (seen.State, seen.LastError, seen.Place));

        _played.PutObjectsBack();
        await theOperator.Steps.RetryAsync(8, _played.Round.Number);
        Assert.Equal(RoundPhase.Resolved, (await theOperator.Steps.WaitAsync(8, _played.Round.Number)).Phase);
        await Refused.WithAsync(
            "step_not_found", HttpStatusCode.NotFound, () => theOperator.Steps.RetryAsync(8, _played.Round.Number));
    }

    [Fact]
    public async Task A_step_is_given_up_before_anyone_is_paid_and_everybody_can_read_why()
    {
        await _played.FailAsync();
        var theOperator = _played.Server.Operator;

        var scored = await theOperator.Steps.AbortAsync(8, _played.Round.Number, "The disk is looked at first.");
        Assert.Equal((RoundPhase.Scoring, null), (scored.Phase, scored.Working));

        _played.PutObjectsBack();
        Assert.Equal(RoundPhase.Resolved, (await theOperator.Operator.ResolveRoundAsync(8, _played.Round.Number)).Phase);
        Assert.Equal(
            [
                "carrying_over begun", "carrying_over done", "closing begun", "closing done", "scoring 1 begun", "scoring 1 done",
                "settling begun", "settling aborted The disk is looked at first.", "settling begun", "settling done",
            ],
            await SteppedAsync(10));
    }

    [Fact]
    public async Task A_step_that_stands_is_an_alert_until_it_is_over()
    {
        await _played.FailAsync();
        var theOperator = _played.Server.Operator;
        while ((await theOperator.Steps.GetAsync(8, _played.Round.Number)).Attempts < 5)
        {
            await theOperator.Steps.RetryAsync(8, _played.Round.Number);
        }

        await theOperator.Operator.AdvanceClockAsync(TestServer.Start.AddMinutes(1));
        var alert = Assert.Single((await theOperator.Operator.ListAlertsAsync(standing: true)).Items);
        Assert.Equal(("round_step_stands", $"round {_played.Round.Id}, settling"), (alert.Code, alert.Subject));
        Assert.Contains("`round step retry` tries again", alert.Message, StringComparison.Ordinal);

        _played.PutObjectsBack();
        await theOperator.Operator.AdvanceClockAsync(TestServer.Start.AddMinutes(3));
        Assert.Equal(RoundPhase.Resolved, (await theOperator.Rounds.GetAsync(8, _played.Round.Number)).Phase);
        Assert.Empty((await theOperator.Operator.ListAlertsAsync(standing: true)).Items);
    }

    [Fact]
    public async Task Another_command_meets_a_step_under_way_and_is_told_when_to_ask_again()
    {
        await _played.FailAsync();

        var (response, problem) = await _played.SendAsync(
            HttpMethod.Post, $"{_played.Path}/close", """{"early":true}""", "wait=0");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "round_at_work"), (response.StatusCode, problem.Text("code")));
        Assert.Equal(TimeSpan.FromSeconds(5), response.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task GraphQL_shows_and_steers_steps_too()
    {
        await _played.FailAsync();
        var key = _played.Server.Operator.Options.Credentials;
        var number = _played.Round.Number;

        var seen = await _played.Server.DataAsync(
            "query($n: Int!) { roundStep(tournament: 8, number: $n) { state stage lastError { code } } roundSteps { round step } }",
            new { n = number }, key);
        Assert.Equal(("FAILING", "ENTRIES", "SETTLING"), (
            seen.Text("roundStep", "state"), seen.Text("roundStep", "stage"), seen.Text("roundSteps", "0", "step")));
        var retried = await _played.Server.DataAsync(
            "mutation($n: Int!) { retryRoundStep(tournament: 8, number: $n) { working } }", new { n = number }, key);
        Assert.Equal("settling", retried.Text("retryRoundStep", "working"));
        var aborted = await _played.Server.DataAsync(
            "mutation($n: Int!) { abortRoundStep(tournament: 8, number: $n, reason: \"Later.\") { phase step { state } } }",
            new { n = number }, key);
        Assert.Equal("SCORING", aborted.Text("abortRoundStep", "phase"));
    }

    [Fact]
    public async Task Who_may_not_resolve_rounds_neither_sees_nor_steers_steps()
    {
        var participant = (await _played.Server.RegisterAsync("stranger")).Client;

        foreach (var call in new Func<Task>[]
        {
            () => participant.Steps.ListAsync(),
            () => participant.Steps.GetAsync(8, 1),
            () => participant.Steps.RetryAsync(8, 1),
            () => participant.Steps.AbortAsync(8, 1, "Because."),
        })
        {
            var refused = await Assert.ThrowsAsync<Client.NumeraiApiException>(call);
            Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        }
    }

    [Theory]
    [InlineData("wait")]
    [InlineData("wait=")]
    [InlineData("wait=-1")]
    [InlineData("wait=61")]
    [InlineData("wait=1.5")]
    [InlineData("wait=99999999999999999999")]
    [InlineData("wait= 0x1")]
    [InlineData("WAIT=ten")]
    [InlineData("return=minimal, wait=;q")]
    [InlineData("wait=\"")]
    public async Task A_time_to_wait_is_a_whole_number_of_seconds_up_to_a_minute(string prefer)
    {
        var (response, problem) = await _played.SendAsync(HttpMethod.Post, $"{_played.Path}/resolve", "{}", prefer);

        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request"), (response.StatusCode, problem.Text("code")));
        Assert.Contains("a whole number of seconds, at most 60.", problem.Text("detail"), StringComparison.Ordinal);
        Assert.Equal(RoundPhase.Scoring, (await _played.Server.Operator.Rounds.GetAsync(8, _played.Round.Number)).Phase);
    }

    [Theory]
    [InlineData("61")]
    [InlineData("-1")]
    [InlineData("soon")]
    public async Task A_question_waits_a_minute_at_most(string wait)
    {
        var (response, problem) = await _played.SendAsync(HttpMethod.Get, $"{_played.Path}/step?wait={wait}");

        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request"), (response.StatusCode, problem.Text("code")));
    }

    private async Task<List<string>> SteppedAsync(int count)
    {
        var told = new List<string>();
        await foreach (var happened in _played.Server.Operator.Events.ListenAsync(after: 0))
        {
            if (happened.Type == "round_stepped")
            {
                var data = happened.Data;
                string?[] parts =
                [
                    data.Text("step"), data.At("day").ValueKind == JsonValueKind.Null ? null : data.At("day").GetRawText(),
                    data.Text("point"), data.At("reason").GetString(),
                ];
                told.Add(string.Join(' ', parts.Where(part => part is not null)));
            }

            if (told.Count == count)
            {
                break;
            }
        }

        return told;
    }
}
