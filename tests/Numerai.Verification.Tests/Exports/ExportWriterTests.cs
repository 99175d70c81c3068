using System.Runtime.CompilerServices;
using Numerai.Local;
using Numerai.Verification.Audits;
using Numerai.Verification.Exports;

namespace Numerai.Verification.Tests.Exports;

/// <summary>An export is there as a whole or not at all.</summary>
public sealed class ExportWriterTests
{
    [Fact]
    public async Task An_export_that_breaks_off_leaves_the_one_before_it_as_it_was()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var host = await LocalTournamentHost.InMemoryAsync(HostMode.Deterministic);
        var played = new PlayedTournament(host);
        await played.PrepareAsync();
        await played.RunAsync(1);
        await played.CheckpointAsync();
        var above = Directory.CreateTempSubdirectory("numerai-broken-");
        var folder = Path.Combine(above.FullName, "export");
        var source = new StoreExportSource(host.Actors, host.ReadModel, host.Objects, host.Datasets);
        var first = await new ExportWriter(source, folder).WriteAsync(cancellation);
        await played.RunAsync(2);
        await played.CheckpointAsync();

        await Assert.ThrowsAsync<IOException>(() => new ExportWriter(new BreakingSource(source), folder).WriteAsync(cancellation));
        var never = Path.Combine(above.FullName, "never");
        await Assert.ThrowsAsync<IOException>(() => new ExportWriter(new BreakingSource(source), never).WriteAsync(cancellation));

        var report = ExportAudit.Run(folder);
        Assert.Empty(report.Findings);
        Assert.Equal(first!.CheckpointHash, report.CheckpointHash);
        Assert.Equal([folder], Directory.EnumerateFileSystemEntries(above.FullName));
        above.Delete(recursive: true);
    }

    /// <summary>Loses its connection after some entries.</summary>
    private sealed class BreakingSource(IExportSource source) : IExportSource
    {
        public Task<CheckpointLine?> LatestCheckpointAsync(CancellationToken cancellation) => source.LatestCheckpointAsync(cancellation);

        public IAsyncEnumerable<CheckpointLine> CheckpointsAsync(CheckpointLine last, CancellationToken cancellation) =>
            source.CheckpointsAsync(last, cancellation);

        public IAsyncEnumerable<CommitmentLine> CommitmentsAsync(CheckpointLine last, CancellationToken cancellation) =>
            source.CommitmentsAsync(last, cancellation);

        public async IAsyncEnumerable<LedgerLine> EntriesAsync(CheckpointLine last, [EnumeratorCancellation] CancellationToken cancellation)
        {
            var read = 0;
            await foreach (var line in source.EntriesAsync(last, cancellation))
            {
                yield return ++read < 5 ? line : throw new IOException("The connection was lost.");
            }
        }

        public Task<byte[]> DocumentAsync(CommitmentLine commitment, CancellationToken cancellation) =>
            source.DocumentAsync(commitment, cancellation);

        public Task<byte[]> LeavesAsync(string round, CancellationToken cancellation) => source.LeavesAsync(round, cancellation);
    }
}
