using System.Runtime.CompilerServices;
using System.Text.Json;
using Numerai.Client;
using Numerai.Client.Proofs;
using Numerai.Contracts;
using Numerai.Verification;
using Numerai.Verification.Exports;

namespace Numerai.Cli.Proofs;

/// <summary>Exports from a server over HTTP. Everything it reads is public.</summary>
internal sealed class ClientExportSource(NumeraiClient client) : IExportSource
{
    public async Task<CheckpointLine?> LatestCheckpointAsync(CancellationToken cancellation) =>
        (await client.Proofs.ListCheckpointsAsync(1, null, cancellation)).Items is [var latest]
            ? Convert<Checkpoint, CheckpointLine>(latest)
            : null;

    public IAsyncEnumerable<CheckpointLine> CheckpointsAsync(CheckpointLine last, CancellationToken cancellation) =>
        LinesAsync<CheckpointLine>(last, CheckpointPart.Checkpoints, last.Number, cancellation);

    public IAsyncEnumerable<CommitmentLine> CommitmentsAsync(CheckpointLine last, CancellationToken cancellation) =>
        LinesAsync<CommitmentLine>(last, CheckpointPart.Commitments, last.Commitments, cancellation);

    public IAsyncEnumerable<LedgerLine> EntriesAsync(CheckpointLine last, CancellationToken cancellation) =>
        LinesAsync<LedgerLine>(last, CheckpointPart.Entries, last.Entries, cancellation);

    public Task<byte[]> DocumentAsync(CommitmentLine commitment, CancellationToken cancellation)
    {
        var round = RoundId.Parse(commitment.Round);
        return client.Proofs.GetDocumentAsync(round.Tournament.Number, round.Number, commitment.Kind, commitment.Day, cancellation);
    }

    public Task<byte[]> LeavesAsync(string round, CancellationToken cancellation)
    {
        var id = RoundId.Parse(round);
        return client.Proofs.GetLeavesAsync(id.Tournament.Number, id.Number, cancellation);
    }

    /// <summary>The server's records and those of exports have one JSON form.</summary>
    public static TLine Convert<TRecord, TLine>(TRecord record) =>
        JsonSerializer.SerializeToElement(record, NumeraiJson.Options).Deserialize<TLine>(ExportFormat.Json)!;

    private async IAsyncEnumerable<T> LinesAsync<T>(
        CheckpointLine last, CheckpointPart part, long expected, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var read = 0L;
        await foreach (var line in client.Proofs.ReadLinesAsync(last.Number, part, cancellation))
        {
            read++;
            yield return JsonSerializer.Deserialize<T>(line, ExportFormat.Json)!;
        }

        if (read != expected)
        {
            throw new CheckRefusedException(
                CheckRefusedException.ExportTruncated,
                $"Checkpoint {last.Number} covers {expected} {part}, but {read} arrived; export again.");
        }
    }
}
