using System.Collections.Immutable;
using System.Text;
using Numerai.Contracts;
using Numerai.Tournament.Ledger.Commitments;
using Numerai.Verification.Exports;
using Numerai.Verification.Submissions;

namespace Numerai.Verification.Tests.Submissions;

/// <summary>What a round of a host has published, as its participants download it.</summary>
internal static class PublishedEvidence
{
    public static async Task<RoundEvidence> OfAsync(ITournamentHost host, RoundId round, AccountId account)
    {
        var source = new StoreExportSource(host.Actors, host.ReadModel, host.Objects, host.Datasets);
        var links = (await host.ReadModel.CommitmentsAsync(round)).Select(CommitmentLine.Of).ToImmutableArray();
        var documents = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var link in RoundFiles.In(links, inputs: true))
        {
            documents.Add(link.Kind, await source.DocumentAsync(link, CancellationToken.None));
        }

        var settled = links.Any(link => link.Kind == CommitmentKinds.SettlementRoot);
        var leaves = settled ? Encoding.UTF8.GetString(await source.LeavesAsync(round.ToString(), CancellationToken.None)) : string.Empty;
        var ledger = await host.ReadModel.LedgerAsync(null, 10_000, 0);
        return new RoundEvidence(
            round.ToString(),
            links,
            documents,
            [.. leaves.Split('\n', StringSplitOptions.RemoveEmptyEntries)],
            [.. ledger.Where(entry => entry.Chain == $"participant/{account}").Select(LedgerLine.Of)])
        {
            Before = round.Number > 1 ? await BeforeAsync(host, source, round with { Number = round.Number - 1 }) : null,
        };
    }

    private static async Task<RoundEvidence> BeforeAsync(ITournamentHost host, StoreExportSource source, RoundId round)
    {
        var links = (await host.ReadModel.CommitmentsAsync(round)).Select(CommitmentLine.Of).ToImmutableArray();
        var documents = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var kind in RoundEvidence.KindsBefore)
        {
            documents.Add(kind, await source.DocumentAsync(links.Last(link => link.Kind == kind), CancellationToken.None));
        }

        return new RoundEvidence(round.ToString(), links, documents, [], []);
    }
}
