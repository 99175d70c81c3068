using System.Collections.Immutable;
using Numerai.Tournament.Ledger.Checkpoints;
using Numerai.Tournament.Ledger.Commitments;
using Numerai.Tournament.Rounds;
using Numerai.Verification.Audits;
using Numerai.Verification.Claims;
using Numerai.Verification.Exports;
using static Numerai.Behaviour.TinyTournament;

namespace Numerai.Behaviour;

/// <summary>What a tournament publishes so that nobody has to trust it, on any host.</summary>
public abstract class ProofSuite : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("numerai-proofs-");
    private ITournamentHost _host = null!;
    private PlayedTournament _played = null!;

    protected abstract Task<ITournamentHost> StartAsync();

    public async ValueTask InitializeAsync()
    {
        _host = await StartAsync();
        _played = new PlayedTournament(_host);
        await _played.PrepareAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _host.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_round_commits_to_what_it_will_use_before_it_uses_it()
    {
        await _played.OpenAsync(1);
        Assert.Equal(["universe", "live_data", "settings"], await KindsAsync());

        await _played.CloseAsync(1);
        Assert.Equal(["universe", "live_data", "settings", "submissions", "meta_model"], await KindsAsync());

        await _played.ScoreAsync(1);
        (await _host.Actors.FinishAsync(Round(1), round => round.ResolveAsync())).Require();
        await _host.SettleAsync();
        Assert.Equal(
            [
                "universe", "live_data", "settings", "submissions", "meta_model", "target", "scores", "target", "scores", "settlement",
                "settlement_root", "resolved"],
            await KindsAsync());

        var head = CommitmentHead.Genesis;
        foreach (var link in await _host.ReadModel.CommitmentsAsync(Round(1)))
        {
            Assert.True(CommitmentChain.Follows(head, link), $"{link}");
            head = new CommitmentHead(link.Sequence, link.Hash);
        }
    }

    [Fact]
    public async Task A_cancelled_round_says_so_in_its_chain()
    {
        await _played.OpenAsync(1);
        (await _host.Actors.FinishAsync(Round(1), round => round.CancelAsync("The data were wrong."))).Require();
        await _host.SettleAsync();

        Assert.Equal(CommitmentKinds.Cancelled, (await KindsAsync())[^1]);
    }

    [Fact]
    public async Task Checkpoints_follow_one_another_and_are_made_only_when_there_is_something_new()
    {
        var first = await _played.CheckpointAsync();
        Assert.Equal(first.Hash, (await _played.CheckpointAsync()).Hash);

        await _played.RunAsync(1);
        var second = await _played.CheckpointAsync();

        Assert.Equal((first.Number + 1, first.Hash), (second.Number, second.Previous));
        Assert.Equal(second.Hash, (await _host.ReadModel.FindCheckpointAsync(second.Number))!.Hash);
    }

    [Fact]
    public async Task An_export_of_what_happened_is_found_in_order()
    {
        await _played.WholeHistoryAsync();
        var manifest = await new ExportWriter(
            new StoreExportSource(_host.Actors, _host.ReadModel, _host.Objects, _host.Datasets),
            _folder.FullName).WriteAsync(TestContext.Current.CancellationToken);

        var report = ExportAudit.Run(_folder.FullName);

        Assert.Empty(report.Findings);
        Assert.Equal(manifest!.CheckpointHash, report.CheckpointHash);
        Assert.Equal((2, 8L), (report.Settled, report.Leaves));
        Assert.Equal((await _host.ReadModel.LedgerAsync(null, 10_000, 0)).Count, report.Entries);
    }

    [Fact]
    public async Task Every_chain_is_proven_under_every_checkpoint_that_covers_it()
    {
        await _played.WholeHistoryAsync();
        var proven = 0;
        foreach (var checkpoint in await _host.ReadModel.CheckpointsAsync(100, 0))
        {
            ImmutableArray<ChainHead> heads = [
                .. (await _host.ReadModel.HeadsAtAsync(checkpoint)).OrderBy(head => head.Chain, StringComparer.Ordinal)];
            Assert.Equal(checkpoint.Chains, heads.Length);
            foreach (var head in heads)
            {
                var proof = ChainProof.Of(CheckpointLine.Of(checkpoint), heads, head.Chain)!;
                Assert.Null(proof.Check());
                Assert.Null(proof.Check(checkpoint.Hash));
                proven++;
            }

            Assert.Null(ChainProof.Of(CheckpointLine.Of(checkpoint), heads, "participant/nobody"));
        }

        Assert.True(proven > 15, $"{proven} heads");
    }

    [Fact]
    public async Task A_random_history_conserves_NMR_and_audits_clean()
    {
        var random = new Random(20_26);
        var history = new RandomHistory(_host, command => command());
        await history.RunAsync(
            Enumerable.Range(0, 60).Select(
                _ => new HistoryCommand(random.Next(RandomHistory.Kinds), random.Next(100), random.Next(1, 20_000))));
        await history.AssertConservedAsync();
        await _played.CheckpointAsync();
        await new ExportWriter(new StoreExportSource(_host.Actors, _host.ReadModel, _host.Objects, _host.Datasets), _folder.FullName)
            .WriteAsync(TestContext.Current.CancellationToken);

        Assert.Empty(ExportAudit.Run(_folder.FullName).Findings);
    }

    private async Task<IReadOnlyList<string>> KindsAsync() =>
        [.. (await _host.ReadModel.CommitmentsAsync(Round(1))).Select(link => link.Kind)];
}
