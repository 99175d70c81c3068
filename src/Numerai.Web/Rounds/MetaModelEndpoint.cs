using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Web.Http;

namespace Numerai.Web.Rounds;

/// <summary>
/// The meta model is published when its round resolves: earlier, it would tell what others submit while it can still be copied.
/// </summary>
internal static class MetaModelEndpoint
{
    private const string Stake = "stake";
    private const string Naive = "naive";

    public static void MapMetaModel(this IEndpointRouteBuilder api) =>
        api.MapGet("/rounds/{tournament:int}/{number:int}/meta-model", GetAsync)
            .WithSummary("A resolved round's meta model; ?weighting=naive for the one that weights models alike.");

    private static async Task<Answer<MetaModel>> GetAsync(
        int tournament, int number, string? weighting, IActors actors, IObjectStore objects)
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
                RefusalCodes.RoundWrongPhase,
                $"Round {round.Value.Id} is {round.Value.Phase}; its meta model is published once it is Resolved.");
        }

        if (weighting is not (null or Stake or Naive))
        {
            return new Refusal(RefusalCodes.InvalidRequest, $"'weighting' is '{weighting}'; it is '{Stake}' or '{Naive}'.");
        }

        if ((weighting == Naive ? round.Value.NaiveMetaModel : round.Value.MetaModel) is not { } reference)
        {
            return new Refusal(
                RefusalCodes.MetaModelNotFound, $"Round {round.Value.Id} has no {weighting ?? Stake}-weighted meta model: nobody staked "
                    + "enough, or its settings ask for none.");
        }

        var universe = await LiveIds.LoadAsync(objects, round.Value.Universe);
        return new MetaModel(round.Value.Id, universe.Ids, VectorObject.Read(await objects.GetAsync(reference), universe.Rows));
    }
}
