using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Web.Http;
using Numerai.Web.Models;

namespace Numerai.Web.Rounds;

internal static class RoundEndpoints
{
    public static void MapRounds(this IEndpointRouteBuilder api)
    {
        api.MapGet("/rounds", ListAsync).WithSummary("Rounds, newest first.");
        api.MapGet("/rounds/{tournament:int}/current", GetCurrentAsync).WithSummary("The newest round of a tournament, open or not.");
        api.MapGet("/rounds/{tournament:int}/{number:int}", GetAsync).WithSummary("One round.");
        api.MapGet("/rounds/{tournament:int}/{number:int}/settlement", GetSettlementAsync)
            .WithSummary("Everything a resolved round paid and burned.");
        api.MapMetaModel();
        api.MapGet("/rounds/{tournament:int}/{number:int}/proof/{model}", GetProofAsync)
            .WithSummary("One model's settlement entry with its inclusion proof.");
    }

    private static async Task<Answer<Page<RoundSummary>>> ListAsync(int? tournament, Paging paging, IReadModel readModel)
    {
        var within = tournament is { } number ? Tournaments.Read(number) : default(TournamentId);
        if (!within.Accepted)
        {
            return within.Refusal;
        }

        return await paging.PageAsync(
            (limit, offset) => readModel.RoundsAsync(tournament is null ? null : within.Value, limit, offset), RoundAnswers.Answer);
    }

    private static async Task<Answer<Round>> GetCurrentAsync(int tournament, IActors actors)
    {
        var within = Tournaments.Read(tournament);
        if (!within.Accepted)
        {
            return within.Refusal;
        }

        var schedule = await actors.Schedule(within.Value).GetAsync();
        if (!schedule.Accepted)
        {
            return schedule.Refusal;
        }

        return schedule.Value.LastRound == 0
            ? new Refusal(RefusalCodes.RoundNotFound, $"Tournament {tournament} has no round yet.")
            : Answer<Round>.Of(
                await actors.Round(new RoundId(within.Value, schedule.Value.LastRound)).GetAsync(), RoundAnswers.Answer);
    }

    private static async Task<Answer<Round>> GetAsync(int tournament, int number, IActors actors) =>
        Answer<Round>.Of(await FindAsync(tournament, number, actors), RoundAnswers.Answer);

    private static async Task<Answer<Settlement>> GetSettlementAsync(
        int tournament, int number, IActors actors, IObjectStore objects)
    {
        var round = await FindAsync(tournament, number, actors);
        if (!round.Accepted)
        {
            return round.Refusal;
        }

        if (round.Value is not { Phase: RoundPhase.Resolved, MerkleRoot: { } root, SettlementEntries: { } reference } view)
        {
            return new Refusal(
                RefusalCodes.RoundWrongPhase, $"Round {round.Value.Id} is {round.Value.Phase}; it has a settlement once it is Resolved.");
        }

        var entries = StoredJson.Read<ImmutableArray<SettlementEntry>>(await objects.GetAsync(reference));
        return new Settlement(view.Id, root, view.Paid, view.Burned, entries);
    }

    private static async Task<Answer<SettlementProof>> GetProofAsync(
        int tournament, int number, string model, ModelLookup models, IActors actors)
    {
        var found = await models.FindAsync(model, tournament);
        var within = Tournaments.Read(tournament);
        return !found.Accepted ? found.Refusal
            : !within.Accepted ? within.Refusal
            : Answer<SettlementProof>.Of(await actors.Round(new RoundId(within.Value, number)).ProveAsync(found.Value.Id), proof => proof);
    }

    internal static async Task<Outcome<RoundView>> FindAsync(int tournament, int number, IActors actors)
    {
        var within = Tournaments.Read(tournament);
        return within.Accepted ? await actors.Round(new RoundId(within.Value, number)).GetAsync() : within.Refusal;
    }
}
