using System.Collections.Immutable;
using System.Text;
using Numerai.Verification.Exports;

namespace Numerai.Verification.Submissions;

/// <summary>What a round has published, as an export on disk holds it.</summary>
public static class ExportEvidence
{
    /// <param name="folder">Where the export is.</param>
    /// <param name="round">Such as "8/1".</param>
    /// <param name="model">Id of the model that is verified.</param>
    /// <exception cref="CheckRefusedException">The folder is no export, or the export lacks the round.</exception>
    public static RoundEvidence Read(string folder, string round, string model)
    {
        var export = ExportFolder.Open(folder);
        var before = RoundEvidence.NameBefore(round);
        var rounds = export.Lines<CommitmentLine>(ExportFormat.CommitmentsFile)
            .Select(line => line.Line ?? throw new CheckRefusedException(
                CheckRefusedException.ExportUnreadable,
                $"Line {line.Number} of {ExportFormat.CommitmentsFile} is no commitment; audit the export."))
            .Where(link => link.Round == round || link.Round == before).ToLookup(link => link.Round);
        ImmutableArray<CommitmentLine> links = [.. rounds[round]];
        if (links.IsEmpty)
        {
            throw new CheckRefusedException(
                CheckRefusedException.RoundNotFound,
                $"The export ends with checkpoint {export.Manifest.Checkpoint}, which covers no round {round}.");
        }

        var documents = Documents(export, links);
        var leaves = ExportFormat.RoundFile(round, RoundFiles.Leaves);
        var chain = RoundEvidence.StakerOf(documents, model) is { } staker ? $"participant/{staker}" : null;
        return new RoundEvidence(
            round,
            links,
            documents,
            export.Has(leaves) ? [.. Encoding.UTF8.GetString(export.Bytes(leaves)).Split('\n', StringSplitOptions.RemoveEmptyEntries)] : [],
            chain is null
                ? []
                : [
                    .. export.Lines<LedgerLine>(ExportFormat.LedgerFile).Select(line => line.Line).OfType<LedgerLine>()
                        .Where(line => line.Chain == chain)])
        {
            Before = before is not null && rounds.Contains(before)
                ? new RoundEvidence(before, [.. rounds[before]], Documents(export, [.. rounds[before]]), [], [])
                : null,
        };
    }

    private static Dictionary<string, byte[]> Documents(ExportFolder export, ImmutableArray<CommitmentLine> links)
    {
        return RoundFiles.In(links, inputs: true).Where(link => export.Has(Name(link)))
            .ToDictionary(link => link.Kind, link => export.Bytes(Name(link)), StringComparer.Ordinal);

        static string Name(CommitmentLine link) => ExportFormat.RoundFile(link.Round, RoundFiles.NameOf(link.Kind)!);
    }
}
