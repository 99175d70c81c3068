using System.Collections.Immutable;
using System.Text;
using Numerai.Client;
using Numerai.Verification.Exports;
using Numerai.Verification.Submissions;
using Commitment = Numerai.Client.Proofs.Commitment;
using LedgerEntry = Numerai.Client.Ledger.LedgerEntry;

namespace Numerai.Cli.Proofs;

/// <summary>Downloads what a round has published about one model.</summary>
internal static class RoundDownload
{
    public static async Task<RoundEvidence> RunAsync(
        NumeraiClient client, int tournament, int number, string model, CancellationToken cancellation)
    {
        var commitments = await CommitmentsAsync(client, tournament, number, cancellation);
        var documents = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var link in RoundFiles.In(commitments, inputs: true))
        {
            documents.Add(link.Kind, await client.Proofs.GetDocumentAsync(tournament, number, link.Kind, link.Day, cancellation));
        }

        var leaves = documents.Count > 0
            ? Encoding.UTF8.GetString(await client.Proofs.GetLeavesAsync(tournament, number, cancellation))
            : string.Empty;
        var staker = RoundEvidence.StakerOf(documents, model);
        return new RoundEvidence(
            $"{tournament}/{number}",
            commitments,
            documents,
            [.. leaves.Split('\n', StringSplitOptions.RemoveEmptyEntries)],
            staker is null ? [] : await EntriesAsync(client, $"participant/{staker}", cancellation))
        {
            Before = number > 1 ? await BeforeAsync(client, tournament, number - 1, cancellation) : null,
        };
    }

    /// <summary>What a submission that was queued or delayed was made on; it is published when that round opens.</summary>
    private static async Task<RoundEvidence?> BeforeAsync(NumeraiClient client, int tournament, int number, CancellationToken cancellation)
    {
        var documents = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        try
        {
            foreach (var kind in RoundEvidence.KindsBefore)
            {
                documents.Add(kind, await client.Proofs.GetDocumentAsync(tournament, number, kind, null, cancellation));
            }
        }
        catch (NumeraiApiException none) when (none.Code == "round_not_found")
        {
            return null;
        }

        return new RoundEvidence(
            $"{tournament}/{number}", await CommitmentsAsync(client, tournament, number, cancellation), documents, [], []);
    }

    private static async Task<ImmutableArray<CommitmentLine>> CommitmentsAsync(
        NumeraiClient client, int tournament, int number, CancellationToken cancellation) =>
        [
            .. (await client.Proofs.GetCommitmentsAsync(tournament, number, cancellation))
                .Select(ClientExportSource.Convert<Commitment, CommitmentLine>)];

    private static async Task<ImmutableArray<LedgerLine>> EntriesAsync(NumeraiClient client, string chain, CancellationToken cancellation)
    {
        const int PageSize = 5000;
        var lines = ImmutableArray.CreateBuilder<LedgerLine>();
        for (var more = true; more;)
        {
            var page = await client.Ledger.ListAsync(chain, PageSize, lines.Count, cancellation);
            lines.AddRange(page.Items.Select(Line));
            more = page.More;
        }

        return lines.ToImmutable();
    }

    /// <summary>The entry as it is hashed: the reason in the case of its name, the amount in wei.</summary>
    private static LedgerLine Line(LedgerEntry entry) => new(
        entry.Chain,
        entry.Sequence,
        entry.Transfer,
        string.Concat(entry.Reason.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..])),
        entry.Debit,
        entry.Credit,
        entry.Amount.Wei.ToString(System.Globalization.CultureInfo.InvariantCulture),
        entry.Round ?? string.Empty,
        entry.Time,
        entry.Previous,
        entry.Hash);
}
