using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Scoring;

namespace Numerai.Tournament.Rounds;

/// <content>Work that is dealt to scoring shards. They compute beside their turns, and are asked until all have answered.</content>
public partial class RoundActor
{
    /// <summary>
    /// Asks the shards that have not answered in this stage. A shard that died with its silo begins again elsewhere when it is asked.
    /// </summary>
    private async Task<RoundWork> AskShardsAsync(
        RoundWork work,
        List<(string Key, ShardWork Work)> shards,
        Func<IScoringShard, ShardWork, Task<ObjectReference?>> ask)
    {
        var open = Enumerable.Range(0, shards.Count).Where(shard => work.Part(work.Stage, shard) is null).ToList();
        var answers = await Task.WhenAll(open.Select(shard => ask(Services.Actors.ScoringShard(shards[shard].Key), shards[shard].Work)));
        for (var place = 0; place < open.Count; place++)
        {
            if (answers[place] is { } part)
            {
                work = work.WithPart(work.Stage, open[place], part) with { Done = work.Done + 1 };
            }
        }

        return work with { Total = shards.Count, Done = work.PartsOf(work.Stage).Count() };
    }

    /// <summary>Adds up the vectors that shards have made, in the order of the shards.</summary>
    private async Task<double[]> SumAsync(RoundWork work)
    {
        var sum = Array.Empty<double>();
        foreach (var reference in work.PartsOf(work.Stage))
        {
            var content = await Services.Objects.GetAsync(reference);
            var values = VectorObject.Read(content, content.Length / sizeof(double));
            sum = sum.Length == 0 ? values : sum;
            for (var row = 0; row < values.Length && values != sum; row++)
            {
                sum[row] += values[row];
            }
        }

        return sum;
    }

    private async Task<ImmutableArray<ModelScores>> ScoresAsync(RoundWork work, RoundStage stage)
    {
        var scores = ImmutableArray.CreateBuilder<ModelScores>();
        foreach (var part in work.PartsOf(stage))
        {
            scores.AddRange(StoredJson.Read<ImmutableArray<ModelScores>>(await Services.Objects.GetAsync(part)));
        }

        return scores.ToImmutable();
    }

    private static List<(string Key, ShardWork Work)> OnTimeShards(RoundState state) =>
        Shards(state, state.Manifest!, state.Submissions, string.Empty);

    private static List<(string Key, ShardWork Work)> Shards(RoundState state, ObjectReference manifest, int models, string prefix)
    {
        var size = state.Settings.Scoring.ShardSize;
        var shards = new List<(string Key, ShardWork Work)>();
        for (var first = 0; first < models; first += size)
        {
            var work = new ShardWork(
                state.Id,
                manifest,
                first,
                Math.Min(size, models - first),
                state.Universe,
                state.LiveDataset,
                state.Settings.Submission.KeyColumns[0],
                state.Basis?.Portfolio);
            shards.Add(($"{state.Id}/{prefix}{first / size}", work));
        }

        return shards;
    }
}
