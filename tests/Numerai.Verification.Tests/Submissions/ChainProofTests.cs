using System.Text.Json;
using Numerai.Local;
using Numerai.Tournament.Ledger.Checkpoints;
using Numerai.Verification.Claims;
using Numerai.Verification.Exports;
using Numerai.Verification.Tests.Audits;

namespace Numerai.Verification.Tests.Submissions;

/// <summary>A chain's head under a checkpoint proves itself, and nothing else.</summary>
public sealed class ChainProofTests
{
    [Fact]
    public async Task No_alteration_proves_anything_and_the_independent_checker_agrees()
    {
        await using var host = await LocalTournamentHost.InMemoryAsync(HostMode.Deterministic);
        var played = new PlayedTournament(host);
        await played.PrepareAsync();
        await played.WholeHistoryAsync();
        var folder = Directory.CreateTempSubdirectory("numerai-chain-");
        await new ExportWriter(new StoreExportSource(host.Actors, host.ReadModel, host.Objects, host.Datasets), folder.FullName)
            .WriteAsync(TestContext.Current.CancellationToken);
        var checkpoint = (await host.ReadModel.CheckpointsAsync(1, 0))[0];
        var proof = ChainProof.Of(
            CheckpointLine.Of(checkpoint), [.. await HeadsAsync(host, checkpoint)], $"participant/{TinyTournament.Models[0].Account}")!;
        ChainProof[] forged =
        [
            proof with { Chain = "treasury" },
            proof with { Sequence = proof.Sequence - 1 },
            proof with { Hash = new string('a', 64) },
            proof with { Index = proof.Index + 1 },
            proof with { Path = proof.Path.SetItem(0, new string('a', 64)) },
            proof with { Path = proof.Path.RemoveAt(0) },
            proof with { Path = proof.Path.Add(new string('a', 64)) },
            proof with { Checkpoint = proof.Checkpoint with { Entries = proof.Checkpoint.Entries - 1 } },
            proof with { Checkpoint = proof.Checkpoint with { HeadsRoot = new string('a', 64) } },
        ];

        Assert.All(forged, document => Assert.NotNull(document.Check()));
        Assert.NotNull((proof with { Version = 2 }).Check());
        Assert.NotNull(proof.Check(new string('a', 64)));
        Assert.Equal(0, await PythonAsync(folder, proof, folder.FullName));
        Assert.Equal(0, await PythonAsync(folder, proof));
        foreach (var document in forged)
        {
            Assert.NotEqual(0, await PythonAsync(folder, document));
        }

        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "checkpoints.jsonl"), string.Empty, TestContext.Current.CancellationToken);
        Assert.Equal(4, await PythonAsync(folder, proof, folder.FullName));
        folder.Delete(recursive: true);
    }

    private static async Task<ChainHead[]> HeadsAsync(ITournamentHost host, LedgerCheckpoint checkpoint) =>
        [.. (await host.ReadModel.HeadsAtAsync(checkpoint)).OrderBy(head => head.Chain, StringComparer.Ordinal)];

    private static async Task<int> PythonAsync(DirectoryInfo folder, ChainProof proof, params string[] export)
    {
        var file = Path.Combine(folder.FullName, "proof.json");
        await File.WriteAllBytesAsync(file, JsonSerializer.SerializeToUtf8Bytes(proof, ExportFormat.Json));
        return (await IndependentCheckerTests.CheckAsync(["--proof", file, .. export])).ExitCode;
    }
}
