using Numerai.Local;
using Numerai.Tournament.Ledger.Commitments;
using Numerai.Verification.Claims;
using Numerai.Verification.Exports;
using static Numerai.Behaviour.TinyTournament;

namespace Numerai.Verification.Tests.Submissions;

/// <summary>A claim proves itself, and nothing else.</summary>
public sealed class ClaimDocumentTests
{
    [Fact]
    public async Task A_claim_proves_what_it_says_and_no_alteration_of_it_does()
    {
        var claim = await ClaimAsync();

        Assert.Null(claim.Check());
        Assert.Null(claim.Check(claim.Commitment.Hash));
        ClaimDocument[] forged =
        [
            claim with { Version = 2 },
            claim with { Leaf = claim.Leaf.Replace("|0", "|1", StringComparison.Ordinal) },
            claim with { Index = claim.Index + 1 },
            claim with { LeafCount = claim.LeafCount + 1 },
            claim with { Path = claim.Path.SetItem(0, new string('a', 64)) },
            claim with { Path = claim.Path.SetItem(0, "not a hash") },
            claim with { Path = claim.Path.RemoveAt(0) },
            claim with { Root = new string('a', 64) },
            claim with { Round = "8/2" },
            claim with { Model = Guid.Empty.ToString() },
            claim with { Commitment = claim.Commitment with { Sha256 = new string('a', 64) } },
            claim with { Commitment = claim.Commitment with { Kind = CommitmentKinds.Settlement } },
            claim with { Commitment = claim.Commitment with { Time = "2025-01-01T00:00:00.0000000Z" } },
        ];
        Assert.All(forged, document => Assert.NotNull(document.Check()));
        Assert.NotNull(claim.Check(new string('a', 64)));
    }

    private static async Task<ClaimDocument> ClaimAsync()
    {
        await using var host = await LocalTournamentHost.InMemoryAsync(HostMode.Deterministic);
        var played = new PlayedTournament(host);
        await played.PrepareAsync();
        await played.RunAsync(1);
        var proof = (await host.Actors.Round(Round(1)).ProveAsync(Models[0].Id)).Require();
        var root = (await host.ReadModel.CommitmentsAsync(Round(1))).Single(link => link.Kind == CommitmentKinds.SettlementRoot);
        return ClaimDocument.Of(proof, CommitmentLine.Of(root));
    }
}
