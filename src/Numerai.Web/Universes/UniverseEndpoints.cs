using System.Globalization;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Tournament.Universes;
using Numerai.Web.Http;

namespace Numerai.Web.Universes;

/// <summary>The securities of tournaments in which they keep their ids, day by day.</summary>
internal static class UniverseEndpoints
{
    public static void MapUniverses(this IEndpointRouteBuilder api) =>
        api.MapGet("/universes/{tournament:int}/{date}", GetAsync).WithSummary("The universe of a tournament on one day.");

    public static void MapOperatorUniverses(this IEndpointRouteBuilder endpoints) => endpoints
        .MapPut("/universes/{tournament:int}/{date}", PublishAsync)
        .WithSummary(
            "Make published files the universe of a day; the same files again are fine, others replace it only if asked to and while no "
                + "round stands on it.");

    private static async Task<Answer<Universe>> GetAsync(int tournament, string date, IActors actors)
    {
        var id = Read(tournament, date);
        return id.Accepted ? Answer<Universe>.Of(await actors.Universe(id.Value).GetAsync(), UniverseAnswers.Answer) : id.Refusal;
    }

    private static async Task<Answer<Universe>> PublishAsync(
        int tournament, string date, JsonBody<PublishUniverseRequest> body, IActors actors)
    {
        var id = Read(tournament, date);
        if (!id.Accepted)
        {
            return id.Refusal;
        }

        var schedule = await actors.Schedule(id.Value.Tournament).GetAsync();
        if (!schedule.Accepted)
        {
            return schedule.Refusal;
        }

        var request = body.Content;
        var command = new PublishUniverse(
            request.LiveDataset, request.NeutralizerDataset, request.SampleWeightDataset, schedule.Value.Settings.Submission,
            request.Replace);
        return Answer<Universe>.Of(await actors.Universe(id.Value).PublishAsync(command), UniverseAnswers.Answer);
    }

    private static Outcome<UniverseId> Read(int tournament, string date)
    {
        var within = Tournaments.Read(tournament);
        if (!within.Accepted)
        {
            return within.Refusal;
        }

        if (Tournaments.Of(within.Value) is { KeepsIds: false, Name: var name })
        {
            return new Refusal(RefusalCodes.InvalidRequest, $"{name} rounds have no universe of a day; their ids come with the live file.");
        }

        return DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new UniverseId(within.Value, day)
            : new Refusal(RefusalCodes.InvalidRequest, $"'{date}' is not a day; write it as 2026-01-09.");
    }
}
