using System.Collections.Immutable;
using Numerai.Scoring.Ranking;
using Numerai.Scoring.Rounds;
using Numerai.Scoring.Statistics;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Scoring;

namespace Numerai.Verification.Submissions;

/// <summary>
/// MCWNM and APCWNM again: how alike a submission is to every other one that was on time. That takes all their files, which are their
/// owners' and the operator's, so only whoever is shown them can.
/// </summary>
internal sealed class FieldComparison(RoundEvidence evidence, ImmutableArray<ManifestRow> rows, SubmissionRanks ranks)
{
    private const int ModelsPerBlock = 256;

    /// <summary>The two scores, none for a submission that has nobody to be compared with; or why they can't be computed.</summary>
    /// <param name="own">Rank codes of the submission at <paramref name="place"/>.</param>
    public (IReadOnlyDictionary<string, double> Scores, string? Why) Run(int place, ushort[] own)
    {
        var scores = new Dictionary<string, double>(StringComparer.Ordinal);
        var others = rows.Length - 1;
        var shown = rows.Count(row => evidence.Files.ContainsKey(row.FileSha256) || row == rows[place]);
        if (shown < rows.Length)
        {
            return (scores, $"compares the submission with the {others} others of the round, whose predictions are their owners' and not "
                + "public"
                + (evidence.Files.Count == 0
                    ? "; the operator, who has their files, gives them as --files"
                    : $"; --files has {shown - 1} of them"));
        }

        var pairs = new PairwiseCorrelations(new RankTables(own.Length), own, place, Environment.ProcessorCount);
        for (var start = 0; start < rows.Length; start += ModelsPerBlock)
        {
            var part = rows.Slice(start, Math.Min(ModelsPerBlock, rows.Length - start));
            var block = new ushort[part.Length * own.Length];
            for (var index = 0; index < part.Length; index++)
            {
                var codes = start + index == place ? own : Codes(part[index], out var why) ?? throw new InvalidDataException(why);
                codes.CopyTo(block, index * own.Length);
            }

            pairs.Add(block, start);
        }

        if (!double.IsNaN(pairs.Maximum(0)))
        {
            scores.Add(ScoreNames.Mcwnm, PublishedScore.Round(pairs.Maximum(0)));
            scores.Add(ScoreNames.Apcwnm, PublishedScore.Round(pairs.Average(0)));
        }

        return (scores, null);
    }

    private ushort[]? Codes(ManifestRow row, out string why)
    {
        var (codes, refusal) = ranks.Read(row, evidence.Files[row.FileSha256]);
        why = $"The file of model {row.Model} can't be scored: {refusal}";
        return codes;
    }
}
