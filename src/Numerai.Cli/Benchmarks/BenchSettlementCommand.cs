using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Numerai.Cli.CommandLine;
using Numerai.Contracts;
using Numerai.Tournament.Ledger.Commitments;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Tournament.Rounds.Settlement;
using Numerai.Verification.Claims;
using Numerai.Verification.Exports;

namespace Numerai.Cli.Benchmarks;

internal sealed class BenchSettlementCommand : CliCommand
{
    private static readonly DetailView<SettlementMeasurement> _view = new DetailView<SettlementMeasurement>()
        .Field("models", result => Format.Number(result.Models))
        .Field("entries and leaves", result => $"{result.EntriesSeconds * 1000:0} ms, {Format.Bytes(result.LeafBytes)} of leaves")
        .Field("root", result => $"{result.RootSeconds * 1000:0} ms")
        .Field(
            "proof",
            result =>
                $"{result.ProofSeconds * 1000:0.0} ms to make, {Format.Number(result.PathHashes)} hashes, claim document of "
                    + $"{Format.Bytes(result.ClaimBytes)}")
        .Field("check of a claim", result => $"{result.CheckSeconds * 1e6:0} us");

    private readonly Option<int> _models = new("--models") { Description = "Staked models.", DefaultValueFactory = _ => 10_000 };

    public BenchSettlementCommand()
        : base("settlement", "How long a round's settlement, its root and a proof take, and how large they are.") => Options.Add(_models);

    protected override Task<int> RunAsync(CommandContext context)
    {
        // The second run is the one that counts: the first also compiles.
        _ = Measure(Math.Min(context.Get(_models), 500));
        context.Output.Write(Measure(context.Get(_models)), _view);
        return Task.FromResult(ExitCodes.Done);
    }

    private static SettlementMeasurement Measure(int models)
    {
        var settlements = new SyntheticSettlements(models, 1);
        var manifest = settlements.Manifest(new RoundId(Tournaments.Default.Id, 1));
        var table = settlements.Table(manifest, DateTimeOffset.UnixEpoch);
        var ((entries, leaves), settled) = Timed(() => settlements.Settle(manifest, table));
        var (root, rooted) = Timed(() => MerkleTree.Root(leaves));
        var (path, proven) = Timed(() => MerkleTree.Path(leaves, models / 2));
        var commitment = CommitmentChain.Append(
            manifest.Round, CommitmentHead.Genesis, CommittedDocument.OfHash(CommitmentKinds.SettlementRoot, root),
            DateTimeOffset.UnixEpoch);
        var claim = ClaimDocument.Of(
            new SettlementProof(entries[models / 2], leaves[models / 2], models / 2, models, path, root), CommitmentLine.Of(commitment));
        var (wrong, checking) = Timed(() => claim.Check());
        return wrong is null
            ? new SettlementMeasurement(
                models,
                settled,
                leaves.Sum(leaf => (long)leaf.Length + 1),
                rooted,
                proven,
                path.Length,
                JsonSerializer.SerializeToUtf8Bytes(claim, ExportFormat.Json).Length,
                checking)
            : throw new InvalidDataException(wrong);
    }

    private static (T Value, double Seconds) Timed<T>(Func<T> work)
    {
        var clock = Stopwatch.StartNew();
        var value = work();
        return (value, clock.Elapsed.TotalSeconds);
    }

    private sealed record SettlementMeasurement(
        int Models,
        double EntriesSeconds,
        long LeafBytes,
        double RootSeconds,
        double ProofSeconds,
        int PathHashes,
        int ClaimBytes,
        double CheckSeconds);
}
