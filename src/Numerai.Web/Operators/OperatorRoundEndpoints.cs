using Microsoft.AspNetCore.Mvc;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Web.Http;
using Numerai.Web.Rounds;

namespace Numerai.Web.Operators;

/// <summary>The life of a round, as its operator drives it.</summary>
internal static class OperatorRoundEndpoints
{
    /// <summary>A target has one number per live id; a file larger than this is something else.</summary>
    private const int LargestTargetBytes = 256 * 1024 * 1024;

    public static void MapOperatorRounds(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/rounds/{tournament:int}/open", OpenAsync).WithSummary("Open the next round.");
        endpoints.MapPost("/rounds/{tournament:int}/{number:int}/close", CloseAsync)
            .WithSummary("Seal a round, snapshot the stakes, build the meta model.");
        endpoints.MapPut("/rounds/{tournament:int}/{number:int}/targets/{day:int}", PublishTargetAsync)
            .WithMetadata(new RequestSizeLimitAttribute(LargestTargetBytes))
            .Accepts<IFormFile>("text/csv", "application/vnd.apache.parquet", "application/octet-stream")
            .WithSummary(
                "Publish a day's target (CSV or Parquet: the tournament's key column, target and its further targets) and score the "
                    + "round with it; early=true before it is due.");
        endpoints.MapPost("/rounds/{tournament:int}/{number:int}/resolve", ResolveAsync)
            .WithSummary("Settle a round on the scores of its last day.");
        endpoints.MapPost("/rounds/{tournament:int}/{number:int}/cancel", CancelAsync)
            .WithSummary("End a round before it resolves; every stake at risk is freed untouched.");
    }

    private static async Task<StepAnswer> OpenAsync(
        int tournament, JsonBody<OpenRoundRequest> body, PreferredWait wait, IActors actors)
    {
        var within = Tournaments.Read(tournament);
        if (!within.Accepted)
        {
            return within.Refusal;
        }

        return body.Content is { LiveDataset: null or "", Universe: null }
            ? new Refusal(
                RefusalCodes.InvalidRequest,
                $"A round needs the field 'liveDataset' (a published live file, in {Tournaments.Names(preset => !preset.KeepsIds)}) "
                + $"or 'universe' (the day of a published universe, in {Tournaments.Names(preset => preset.KeepsIds)}).")
            : StepAnswer.Of(await actors.OpenRoundAsync(within.Value, body.Content.Command(), wait.Patience), wait);
    }

    private static Task<StepAnswer> CloseAsync(
        int tournament, int number, JsonBody<CloseRoundRequest> body, PreferredWait wait, IActors actors) =>
        OnRoundAsync(tournament, number, wait, actors, round => round.CloseAsync(body.Content.Early));

    private static Task<StepAnswer> ResolveAsync(
        int tournament, int number, JsonBody<ResolveRoundRequest> body, PreferredWait wait, IActors actors) =>
        OnRoundAsync(tournament, number, wait, actors, round => round.ResolveAsync());

    private static Task<StepAnswer> CancelAsync(
        int tournament, int number, JsonBody<CancelRoundRequest> body, PreferredWait wait, IActors actors) =>
        OnRoundAsync(tournament, number, wait, actors, round => round.CancelAsync(body.Content.Reason));

    private static async Task<StepAnswer> PublishTargetAsync(
        int tournament, int number, int day, bool? early, PreferredWait wait, HttpRequest request, IActors actors, IObjectStore objects)
    {
        // The body is stored only for a round that exists and for a content that can be a target.
        var found = await RoundEndpoints.FindAsync(tournament, number, actors);
        if (!found.Accepted)
        {
            return found.Refusal;
        }

        var content = await ReadAsync(request);
        if (content.Length == 0)
        {
            return new Refusal(
                RefusalCodes.InvalidTarget, "The target is empty; send CSV or Parquet with the tournament's key column and target.");
        }

        var stored = await objects.PutByContentAsync($"rounds/{found.Value.Id}/uploads/target-day-{day}", ".bin", content);
        return await OnRoundAsync(
            tournament, number, wait, actors, round => round.PublishTargetAsync(new PublishTarget(day, stored, early ?? false)));
    }

    private static async Task<StepAnswer> OnRoundAsync(
        int tournament, int number, PreferredWait wait, IActors actors, Func<IRound, Task<Outcome<RoundView>>> command)
    {
        var within = Tournaments.Read(tournament);
        return within.Accepted
            ? StepAnswer.Of(await actors.FinishAsync(new RoundId(within.Value, number), command, wait.Patience), wait)
            : within.Refusal;
    }

    private static async Task<byte[]> ReadAsync(HttpRequest request)
    {
        using var content = new MemoryStream((int)Math.Min(request.ContentLength ?? 0, LargestTargetBytes));
        await request.Body.CopyToAsync(content, request.HttpContext.RequestAborted);
        return content.ToArray();
    }
}
