using Numerai.Tournament.Actors;
using Numerai.Tournament.Identity;
using Numerai.Tournament.Outcomes;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;
using Numerai.Web.Http;

namespace Numerai.Web.Rounds;

/// <summary>The meta model is published when its round resolves: earlier, it would tell what others submit while it can still be copied.</summary>
internal static class MetaModelEndpoint
{
    public static void MapMetaModel(this IEndpointRouteBuilder api) =>
        api.MapGet("/rounds/{tournament:int}/{number:int}/meta-model", GetAsync).WithSummary("A resolved round's meta model.");

    private static async Task<Answer<MetaModelResponse>> GetAsync(int tournament, int number, IActors actors, IObjectStore objects)
    {
        var within = Tournaments.Read(tournament);
        if (!within.Accepted)
        {
            return within.Refusal;
        }

        var round = await actors.Round(new RoundId(within.Value, number)).GetAsync();
        if (!round.Accepted)
        {
            return round.Refusal;
        }

        if (round.Value.Phase != RoundPhase.Resolved)
        {
            return new Refusal(
                RefusalCodes.RoundWrongPhase, $"Round {round.Value.Id} is {round.Value.Phase}; its meta model is published once it is Resolved.");
        }

        if (round.Value.MetaModel is not { } reference)
        {
            return new Refusal(RefusalCodes.MetaModelNotFound, $"Round {round.Value.Id} has no meta model: nobody staked.");
        }

        var universe = await Universe.LoadAsync(objects, round.Value.Universe);
        return new MetaModelResponse(round.Value.Id, universe.Ids, VectorObject.Read(await objects.GetAsync(reference), universe.Rows));
    }
}
