using System.Collections.Immutable;
using Numerai.Scoring.Ranking;
using Numerai.Scoring.Rounds;
using Numerai.Scoring.Statistics;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Rounds.Scoring;

/// <summary>
/// MCWNM and APCWNM of one shard: its models against every other model of the frozen manifest, whose codes are read block by block, so that
/// a shard holds its own models and one more block however many the round has.
/// </summary>
internal sealed class ShardComparison(ISubmissionStore submissions, ImmutableArray<ManifestRow> round, int rows)
{
    private const int ModelsPerBlock = 256;

    /// <summary>The two scores of each model, those it does not have left out.</summary>
    /// <param name="first">Place of the shard's first model in the manifest.</param>
    /// <param name="own">The shard's models.</param>
    /// <param name="codes">Their rank codes, model after model.</param>
    public async Task<ImmutableArray<ModelScores>> RunAsync(int first, ImmutableArray<ManifestRow> own, ReadOnlyMemory<ushort> codes)
    {
        var pairs = new PairwiseCorrelations(new RankTables(rows), codes, first, Environment.ProcessorCount);
        var block = new ushort[Math.Min(ModelsPerBlock, round.Length) * rows];
        for (var start = 0; start < round.Length; start += ModelsPerBlock)
        {
            var others = round.Slice(start, Math.Min(ModelsPerBlock, round.Length - start));
            var read = block.AsMemory(0, others.Length * rows);
            await submissions.ReadCodesAsync([.. others.Select(model => model.Submission)], rows, read);
            pairs.Add(read, start);
        }

        return [.. own.Select((model, index) => new ModelScores(
            model.Model, model.Submission, Late: false, Published(pairs.Maximum(index), pairs.Average(index))))];
    }

    private static ImmutableSortedDictionary<string, PublishedValue> Published(double maximum, double average) =>
        double.IsNaN(maximum)
            ? ImmutableSortedDictionary.Create<string, PublishedValue>(StringComparer.Ordinal)
            : ImmutableSortedDictionary.Create<string, PublishedValue>(StringComparer.Ordinal)
                .Add(ScoreNames.Mcwnm, new PublishedValue(PublishedScore.Round(maximum), 0))
                .Add(ScoreNames.Apcwnm, new PublishedValue(PublishedScore.Round(average), 0));
}
