using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger.Commitments;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Verification.Claims;
using Numerai.Verification.Exports;
using Numerai.Web.Http;
using Numerai.Web.Models;

namespace Numerai.Web.Proofs;

/// <summary>What a round has bound itself to, the documents themselves, and what it owes a model with the proof of it.</summary>
internal static class ProofEndpoints
{
    public static void MapProofs(this IEndpointRouteBuilder api)
    {
        const string Round = "/rounds/{tournament:int}/{number:int}";
        api.MapGet(Round + "/commitments", GetCommitmentsAsync)
            .WithSummary("What the round has bound itself to so far: a hash chain, oldest link first.");
        api.MapGet(Round + "/documents/{kind}", GetDocumentAsync)
            .WithSummary(
                "A committed document, byte for byte; ?day= for targets and scores. Targets and the meta model once the round is settled.");
        api.MapGet(Round + "/leaves", GetLeavesAsync).WithSummary("The settlement's leaves, one a line, once the round pays.");
        api.MapGet(Round + "/claim/{model}", GetClaimAsync)
            .WithSummary("What the round owes a model, as a document that proves itself offline.");
        api.MapCheckpoints();
    }

    private static async Task<Answer<IReadOnlyList<CommitmentLine>>> GetCommitmentsAsync(
        int tournament, int number, IActors actors, IReadModel readModel)
    {
        var round = await FindAsync(tournament, number, actors);
        return round.Accepted ? await CommitmentsAsync(round.Value.Id, readModel) : round.Refusal;
    }

    private static async Task<IResult> GetDocumentAsync(
        int tournament, int number, string kind, int? day, IActors actors, IReadModel readModel, IObjectStore objects,
        IDatasetStore datasets)
    {
        var round = await FindAsync(tournament, number, actors);
        if (!round.Accepted)
        {
            return Refused(round.Refusal);
        }

        var link = (await CommitmentsAsync(round.Value.Id, readModel))
            .LastOrDefault(link => link.Kind == kind && (day is null || link.Day == day));
        if (link is null || link.Document.Length == 0)
        {
            return Refused(new Refusal(
                RefusalCodes.DocumentNotFound,
                $"Round {round.Value.Id} has not committed to a document '{kind}'{(day is null ? string.Empty : $" of day {day}")}; "
                + $"GET /api/v1/rounds/{round.Value.Id}/commitments lists what there is."));
        }

        if (DocumentSecrecy.Withheld(link.Kind, round.Value) is { } withheld)
        {
            return Refused(withheld);
        }

        if (link.Kind is CommitmentKinds.LiveData or CommitmentKinds.BenchmarkPredictions)
        {
            var path = await datasets.LocalPathAsync(link.Document)
                ?? throw new InvalidDataException($"The published file '{link.Document}' is gone from the dataset store.");
            return TypedResults.PhysicalFile(path, "application/octet-stream");
        }

        return TypedResults.Bytes(
            await objects.GetAsync(new ObjectReference(link.Document, link.Sha256, link.Length)), DocumentSecrecy.MediaType(link.Document));
    }

    private static async Task<IResult> GetLeavesAsync(
        int tournament, int number, IActors actors, StoreExportSource exports, CancellationToken cancellation)
    {
        var round = await FindAsync(tournament, number, actors);
        if (!round.Accepted)
        {
            return Refused(round.Refusal);
        }

        return round.Value.SettlementEntries is null
            ? Refused(
                new Refusal(RefusalCodes.RoundWrongPhase, $"Round {round.Value.Id} is {round.Value.Phase}; it has leaves once it pays."))
            : TypedResults.Bytes(await exports.LeavesAsync(round.Value.Id.ToString(), cancellation), "text/plain; charset=utf-8");
    }

    private static async Task<Answer<ClaimDocument>> GetClaimAsync(
        int tournament, int number, string model, ModelLookup models, IActors actors, IReadModel readModel)
    {
        var round = await FindAsync(tournament, number, actors);
        if (!round.Accepted)
        {
            return round.Refusal;
        }

        var found = await models.FindAsync(model, tournament);
        if (!found.Accepted)
        {
            return found.Refusal;
        }

        var proof = await actors.Round(round.Value.Id).ProveAsync(found.Value.Id);
        var root = (await CommitmentsAsync(round.Value.Id, readModel)).Find(link => link.Kind == CommitmentKinds.SettlementRoot);
        return Answer<ClaimDocument>.Of(proof, proven => ClaimDocument.Of(
            proven, root
                ?? throw new InvalidDataException(
                    $"Round {round.Value.Id} is settled, but its commitment to the root is not published yet.")));
    }

    private static async Task<List<CommitmentLine>> CommitmentsAsync(RoundId round, IReadModel readModel) =>
        [.. (await readModel.CommitmentsAsync(round)).Select(CommitmentLine.Of)];

    private static async Task<Outcome<RoundView>> FindAsync(int tournament, int number, IActors actors)
    {
        var within = Tournaments.Read(tournament);
        return within.Accepted ? await actors.Round(new RoundId(within.Value, number)).GetAsync() : within.Refusal;
    }

    private static Answer<CommitmentLine> Refused(Refusal refusal) => refusal;
}
