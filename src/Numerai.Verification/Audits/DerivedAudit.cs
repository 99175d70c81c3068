using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Ledger.Commitments;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Scoring;
using Numerai.Verification.Exports;

namespace Numerai.Verification.Audits;

/// <summary>
/// What of a round's documents follows from others in the export: percentiles from scores, the rows from the live data, the benchmark in
/// one from its models. Scores themselves need the submissions, which are their owners'.
/// </summary>
internal sealed class DerivedAudit(
    string round, TournamentSettings settings, IReadOnlyDictionary<string, byte[]?> documents, Findings findings)
{
    private readonly Dictionary<string, DocumentCheck> _checked =
        documents.ToDictionary(document => document.Key, _ => DocumentCheck.ByHash, StringComparer.Ordinal);

    public IReadOnlyDictionary<string, DocumentCheck> Run(ScoreTable table)
    {
        _checked[CommitmentKinds.Settings] = _checked[CommitmentKinds.Submissions] = DocumentCheck.Computed;
        CheckPercentiles(table);
        CheckRows();
        CheckBenchmark();
        return _checked.ToImmutableDictionary();
    }

    private void CheckPercentiles(ScoreTable table)
    {
        foreach (var (shown, again) in table.Models.OrderBy(model => model.Model).Zip(Percentiles.Fill(table.Models)))
        {
            var off = shown.Scores.FirstOrDefault(score => again.Scores[score.Key].Percentile != score.Value.Percentile).Key;
            if (off is not null)
            {
                findings.Add(
                    AuditCodes.PercentileWrong,
                    Name(CommitmentKinds.Scores),
                    $"The {off} of model {shown.Model} has the percentile {again.Scores[off].Percentile:R} among the round's; it says "
                        + $"{shown.Scores[off].Percentile:R}.");
                return;
            }
        }
    }

    private void CheckRows()
    {
        if (documents.GetValueOrDefault(CommitmentKinds.LiveData) is { } live)
        {
            var read = PublishedFiles.OfLive(live, settings.Submission);
            Compare(
                CommitmentKinds.Universe,
                read.Accepted ? read.Value.Universe.ToBytes() : [],
                read.Accepted ? "the ids of the live data" : read.Refusal.Message);
        }
    }

    private void CheckBenchmark()
    {
        if (documents.GetValueOrDefault(CommitmentKinds.BenchmarkPredictions) is { } predictions
            && documents[CommitmentKinds.Universe] is { } rows)
        {
            var blend = PublishedFiles.BenchmarkMetaModel(predictions, LiveIds.FromBytes(rows));
            Compare(
                CommitmentKinds.BenchmarkMetaModel,
                blend.Accepted ? VectorObject.Write(blend.Value) : [],
                blend.Accepted ? "the benchmark predictions in one" : blend.Refusal.Message);
        }
    }

    private void Compare(string kind, byte[] computed, string what)
    {
        _checked[kind] = DocumentCheck.Computed;
        if (documents.GetValueOrDefault(kind) is { } shown && !computed.AsSpan().SequenceEqual(shown))
        {
            findings.Add(AuditCodes.InputWrong, Name(kind), $"It is not what the round's published files come to: {what}.");
        }
    }

    private string Name(string kind) => ExportFormat.RoundFile(round, RoundFiles.NameOf(kind)!);
}
