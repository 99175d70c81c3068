using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger.Commitments;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Settlement;

namespace Numerai.Verification.Exports;

/// <summary>Exports from a platform's own stores; a server answers from it, too.</summary>
public sealed class StoreExportSource(IActors actors, IReadModel readModel, IObjectStore objects, IDatasetStore datasets) : IExportSource
{
    private const int PageSize = 5000;

    /// <inheritdoc/>
    public async Task<CheckpointLine?> LatestCheckpointAsync(CancellationToken cancellation) =>
        (await readModel.CheckpointsAsync(1, 0)) is [var latest] ? CheckpointLine.Of(latest) : null;

    /// <inheritdoc/>
    public async IAsyncEnumerable<CheckpointLine> CheckpointsAsync(
        CheckpointLine last, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var number = 1; number <= last.Number; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return CheckpointLine.Of(await readModel.FindCheckpointAsync(number)
                ?? throw new InvalidDataException($"Checkpoint {number} is gone from the tables."));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<CommitmentLine> CommitmentsAsync(
        CheckpointLine last, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var offset = 0; offset < last.Commitments; offset += PageSize)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var commitment in await readModel.AllCommitmentsAsync((int)Math.Min(PageSize, last.Commitments - offset), offset))
            {
                yield return CommitmentLine.Of(commitment);
            }
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<LedgerLine> EntriesAsync(
        CheckpointLine last, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var position = 0L;
        for (var left = last.Entries; left > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            var page = await readModel.LedgerAfterAsync(position, (int)Math.Min(PageSize, left));
            if (page.Count == 0)
            {
                throw new InvalidDataException(
                    $"Checkpoint {last.Number} covers {last.Entries} entries, but {left} of them are gone from the tables.");
            }

            foreach (var entry in page)
            {
                yield return LedgerLine.Of(entry.Entry);
            }

            left -= page.Count;
            position = page[^1].Position;
        }
    }

    /// <inheritdoc/>
    public async Task<byte[]> DocumentAsync(CommitmentLine commitment, CancellationToken cancellation) =>
        commitment.Kind is CommitmentKinds.LiveData or CommitmentKinds.BenchmarkPredictions
            ? await File.ReadAllBytesAsync(
                await datasets.LocalPathAsync(commitment.Document)
                    ?? throw new InvalidDataException($"The published file '{commitment.Document}' is gone from the dataset store."),
                cancellation)
            : await objects.GetAsync(new ObjectReference(commitment.Document, commitment.Sha256, commitment.Length));

    /// <inheritdoc/>
    public async Task<byte[]> LeavesAsync(string round, CancellationToken cancellation)
    {
        var view = (await actors.Round(RoundId.Parse(round)).GetAsync()).Require();
        var reference = view.SettlementEntries ?? throw new InvalidDataException($"Round {round} is not settled, so it has no leaves.");
        return LeavesOf(StoredJson.Read<ImmutableArray<SettlementEntry>>(await objects.GetAsync(reference)));
    }

    /// <summary>One leaf a line.</summary>
    public static byte[] LeavesOf(ImmutableArray<SettlementEntry> entries) =>
        Encoding.UTF8.GetBytes(string.Concat(entries.Select(entry => SettlementLeaf.Of(entry) + "\n")));
}
