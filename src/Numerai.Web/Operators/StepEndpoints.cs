using System.Diagnostics;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Web.Http;
using Numerai.Web.Rounds;

namespace Numerai.Web.Operators;

/// <summary>Steps of rounds under way: seen, tried again, given up.</summary>
internal static class StepEndpoints
{
    /// <summary>How often a request that waits for a step looks whether it has come on.</summary>
    private static readonly TimeSpan _look = TimeSpan.FromSeconds(1);

    public static void MapSteps(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/steps", ListAsync)
            .WithSummary("Every step of a round that is under way, of all tournaments (role resolve_rounds).");
        endpoints.MapGet("/rounds/{tournament:int}/{number:int}/step", ReadAsync)
            .WithSummary("What a round is in the middle of, and how far it is; wait=N answers when it has come on, or after N seconds.");
        endpoints.MapPost("/rounds/{tournament:int}/{number:int}/step/retry", RetryAsync)
            .WithSummary("Try a step again now that has failed or was refused.");
        endpoints.MapPost("/rounds/{tournament:int}/{number:int}/step/abort", AbortAsync)
            .WithSummary("Give a step up that has neither pinned nor paid anyone.");
    }

    internal static async Task<Answer<IReadOnlyList<RoundStepStatus>>> ListAsync(IActors actors)
    {
        var schedules = await Task.WhenAll(Tournaments.All.Select(preset => actors.Schedule(preset.Id).GetAsync()));
        var steps = await Task.WhenAll(
            schedules.SelectMany(schedule => schedule.Require().InFlight).Select(round => actors.Round(round).StepAsync()));
        return Answer<IReadOnlyList<RoundStepStatus>>.With(
            [
                .. steps.Select(step => step.Value).OfType<RoundStepView>().OrderBy(step => step.Due)
                    .Select(RoundStepAnswers.AnswerOperator),
            ]);
    }

    internal static Task<Answer<RoundStepStatus>> GetAsync(int tournament, int number, IActors actors) =>
        ReadAsync(tournament, number, null, actors, null);

    internal static async Task<Answer<Round>> RetryAsync(int tournament, int number, IActors actors)
    {
        var found = await RoundEndpoints.FindAsync(tournament, number, actors);
        if (found is not { Accepted: true, Value: { Working: not null, Id: var round } })
        {
            return found.Accepted ? found.Value.NothingUnderWay() : found.Refusal;
        }

        var woken = await actors.Round(round).ContinueAsync();
        await actors.Schedule(round.Tournament).ArrangeAsync();
        return Answer<Round>.Of(woken, RoundAnswers.AnswerOperator);
    }

    internal static async Task<Answer<Round>> AbortAsync(
        int tournament, int number, JsonBody<AbortStepRequest> body, IActors actors)
    {
        var found = await RoundEndpoints.FindAsync(tournament, number, actors);
        return found.Accepted
            ? Answer<Round>.Of(await actors.Round(found.Value.Id).AbortAsync(body.Content.Reason), RoundAnswers.AnswerOperator)
            : found.Refusal;
    }

    private static async Task<Answer<RoundStepStatus>> ReadAsync(
        int tournament, int number, string? wait, IActors actors, HttpContext? context)
    {
        var patience = wait is null ? TimeSpan.Zero : PreferredWait.Seconds("'wait'", wait);
        var found = await RoundEndpoints.FindAsync(tournament, number, actors);
        if (!found.Accepted)
        {
            return found.Refusal;
        }

        var round = found.Value;
        if (round is { Working: not null, Step: null })
        {
            // An earlier version wrote it in the middle of a step; it is being taken up.
            round = (await actors.Round(round.Id).WaitAsync(_look)).Require();
        }

        var now = await ChangedAsync(round, patience, actors, context?.RequestAborted ?? CancellationToken.None);
        context?.Response.Headers.RetryAfter = "1";
        return now.Step is { } step ? step.AnswerOperator() : now.NothingUnderWay();
    }

    /// <summary>
    /// The round when its step has come on, ended, or stands, or when patience is over. While it runs it is seen to that it gets the lane.
    /// </summary>
    private static async Task<RoundView> ChangedAsync(RoundView round, TimeSpan patience, IActors actors, CancellationToken cancellation)
    {
        var (before, started) = (round.Step, Stopwatch.GetTimestamp());
        while (patience - Stopwatch.GetElapsedTime(started) is var left && left > TimeSpan.Zero
            && round.Step is { State: RoundStepState.Running or RoundStepState.AwaitsMoney } step && step == before)
        {
            cancellation.ThrowIfCancellationRequested();
            var waited = await actors.FinishAsync(round.Id, actor => actor.GetAsync(), left < _look ? left : _look);
            round = waited.Accepted ? waited.Value : (await actors.Round(round.Id).GetAsync()).Require();
        }

        return round;
    }
}
