using System.Text.Json;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Verification.Claims;
using Numerai.Verification.Exports;
using Numerai.Web.Http;

namespace Numerai.Web.Proofs;

/// <summary>Checkpoints over the books, and everything that each of them covers.</summary>
internal static class CheckpointEndpoints
{
    public static void MapCheckpoints(this IEndpointRouteBuilder api)
    {
        api.MapGet("/ledger/checkpoints", ListAsync).WithSummary("Checkpoints over all chains, newest first.");
        api.MapGet("/ledger/checkpoints/{number:int}", GetAsync).WithSummary("One checkpoint.");
        api.MapGet("/ledger/checkpoints/{number:int}/proof", ProveAsync)
            .WithSummary(
                "That a checkpoint covers a chain (?chain=), as a document that proves itself offline; number 0 is the newest one.");
        api.MapGet(
            "/ledger/checkpoints/{number:int}/entries",
            (int number, StoreExportSource exports, IReadModel readModel, HttpContext context) =>
                StreamAsync(number, readModel, context, exports.EntriesAsync))
            .WithSummary("The ledger entries that a checkpoint covers, in published order: a JSON value a line.");
        api.MapGet(
            "/ledger/checkpoints/{number:int}/commitments",
            (int number, StoreExportSource exports, IReadModel readModel, HttpContext context) =>
                StreamAsync(number, readModel, context, exports.CommitmentsAsync))
            .WithSummary("The rounds' commitments that a checkpoint covers, in published order: a JSON value a line.");
        api.MapGet(
            "/ledger/checkpoints/{number:int}/checkpoints",
            (int number, StoreExportSource exports, IReadModel readModel, HttpContext context) =>
                StreamAsync(number, readModel, context, exports.CheckpointsAsync))
            .WithSummary("The checkpoints up to one, oldest first: a JSON value a line.");
    }

    /// <summary>The operator's, in its own group.</summary>
    public static void MapOperatorCheckpoints(this IEndpointRouteBuilder api) =>
        api.MapPost("/ledger/checkpoints", MakeAsync).WithSummary("Make a checkpoint now, if anything was published since the last one.");

    private static async Task<Answer<Page<CheckpointLine>>> ListAsync(Paging paging, IReadModel readModel) =>
        await paging.PageAsync(readModel.CheckpointsAsync, CheckpointLine.Of);

    private static async Task<Answer<CheckpointLine>> GetAsync(int number, IReadModel readModel) =>
        await readModel.FindCheckpointAsync(number) is { } checkpoint ? CheckpointLine.Of(checkpoint) : NotFound(number);

    private static async Task<Answer<ChainProof>> ProveAsync(int number, string? chain, IReadModel readModel, ChainProofs proofs)
    {
        if (string.IsNullOrEmpty(chain))
        {
            return new Refusal(
                RefusalCodes.InvalidRequest,
                "Name the chain to prove: ?chain=participant/ACCOUNT-ID, treasury or round/TOURNAMENT/NUMBER.");
        }

        var checkpoint = number == 0
            ? await readModel.CheckpointsAsync(1, 0) is [var newest, ..] ? newest : null
            : await readModel.FindCheckpointAsync(number);
        return checkpoint is null
            ? NotFound(number)
            : Answer<ChainProof>.Of(await proofs.ProveAsync(checkpoint, chain), proof => proof);
    }

    private static async Task<Answer<CheckpointLine>> MakeAsync(IActors actors)
    {
        var made = await actors.LedgerCheckpoints().CheckpointAsync(TimeSpan.Zero);
        return !made.Accepted ? made.Refusal
            : made.Value.Latest is { } latest ? Answer<CheckpointLine>.Of(made, _ => CheckpointLine.Of(latest))
            : new Refusal(RefusalCodes.CheckpointNotFound, "Nothing was published yet, so there is nothing to make a checkpoint over.");
    }

    private static async Task<IResult> StreamAsync<T>(
        int number, IReadModel readModel, HttpContext context, Func<CheckpointLine, CancellationToken, IAsyncEnumerable<T>> read)
    {
        if (await readModel.FindCheckpointAsync(number) is not { } checkpoint)
        {
            return (Answer<CheckpointLine>)NotFound(number);
        }

        var lines = read(CheckpointLine.Of(checkpoint), context.RequestAborted);
        return TypedResults.Stream(output => WriteAsync(lines, output), "application/x-ndjson");
    }

    private static async Task WriteAsync<T>(IAsyncEnumerable<T> lines, Stream output)
    {
        await foreach (var line in lines)
        {
            await output.WriteAsync((byte[])[.. JsonSerializer.SerializeToUtf8Bytes(line, ExportFormat.Json), (byte)'\n']);
        }
    }

    private static Refusal NotFound(int number) =>
        new(RefusalCodes.CheckpointNotFound, $"There is no checkpoint {number}; GET /api/v1/ledger/checkpoints lists those there are.");
}
