using System.Collections.Immutable;
using Numerai.Scoring.Rounds;
using Numerai.Tournament.Identity;
using Numerai.Tournament.Money;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Scoring;
using Numerai.Tournament.Submissions;

namespace Numerai.Tournament.Rounds;

/// <content>Closing: the round is sealed, stakes are snapshotted, the manifest is frozen and the meta model is built.</content>
public partial class Round
{
    /// <summary>Participants asked at once; enough to hide their latency, few enough not to flood them.</summary>
    private const int ParticipantsAtOnce = 64;

    private async Task FinishClosingAsync()
    {
        if (Known.Manifest is null)
        {
            await Services.Submissions.SealAsync(Known.Id);
            var selected = await Services.Submissions.SelectedAsync(Known.Id);
            var rows = new RoundManifest(Known.Id, await PinAsync(selected));
            var manifest = await Services.Objects.PutByContentAsync(ObjectName("manifest"), ".json", StoredJson.Write(rows));
            await DecideKnownAsync((state, now) => RoundDecisions.FreezeManifest(state, manifest, rows, now));
        }

        var metaModel = await BuildMetaModelAsync(Known);
        var naiveMetaModel = await BuildNaiveMetaModelAsync(Known);
        await DecideKnownAsync((state, now) => RoundDecisions.EndClosing(state, metaModel, naiveMetaModel, now));
    }

    /// <summary>
    /// Asks every owner for its models' stakes at risk; models whose submission moved too far have nothing at risk. Asking again gives the
    /// same snapshot, so a crash only repeats questions.
    /// </summary>
    private async Task<ImmutableArray<ManifestRow>> PinAsync(IReadOnlyList<SubmissionRecord> selected)
    {
        var atRisk = new Dictionary<ModelId, Nmr>(selected.Count);
        var staking = selected.Where(submission => submission.Movement is not { WithinLimits: false });
        foreach (var batch in staking.GroupBy(submission => submission.Account).OrderBy(owner => owner.Key).Chunk(ParticipantsAtOnce))
        {
            var answers = await Task.WhenAll(batch.Select(owner =>
                Services.Actors.Participant(owner.Key).PinStakesAsync(Known.Id, [.. owner.Select(submission => submission.Model)])));
            foreach (var pinned in answers.SelectMany(answer => answer.Require()))
            {
                atRisk.Add(pinned.Model, pinned.AtRisk);
            }
        }

        return
        [
            .. selected.Select(submission => new ManifestRow(
                submission.Model, submission.Account, submission.Id, submission.FileSha256, submission.Received,
                atRisk.GetValueOrDefault(submission.Model))),
        ];
    }

    /// <summary>Sums the shards' parts in the order of the shards. Null when nobody staked.</summary>
    private async Task<ObjectReference?> BuildMetaModelAsync(RoundState state)
    {
        if (state.AtRisk.IsZero)
        {
            return null;
        }

        var sum = await SumAsync(state, (shard, work) => shard.SumAsync(work));
        WeightedRanks.Complete(sum, ShardWeights.Of(state.AtRisk), sum);
        return await Services.Objects.PutByContentAsync(ObjectName("meta-model"), ".f64", VectorObject.Write(sum));
    }

    /// <summary>The same with every model alike that has enough at risk. Null where settings want none, or when no model has.</summary>
    private async Task<ObjectReference?> BuildNaiveMetaModelAsync(RoundState state)
    {
        if (state.Settings.MetaModel is not { } naive)
        {
            return null;
        }

        var manifest = StoredJson.Read<RoundManifest>(await Services.Objects.GetAsync(state.Manifest!));
        var models = manifest.Rows.Count(row => row.AtRisk >= naive.NaiveMinimumStake);
        if (models == 0)
        {
            return null;
        }

        var sum = await SumAsync(state, (shard, work) => shard.SumNaiveAsync(work, naive.NaiveMinimumStake));
        WeightedRanks.Complete(sum, models, sum);
        return await Services.Objects.PutByContentAsync(ObjectName("naive-meta-model"), ".f64", VectorObject.Write(sum));
    }

    /// <summary>Adds up vectors that the shards of all selected submissions make, in the order of the shards.</summary>
    private async Task<double[]> SumAsync(RoundState state, Func<IScoringShard, ShardWork, Task<ObjectReference>> part)
    {
        var parts = await Task.WhenAll(Shards(state, state.Manifest!, state.Submissions, string.Empty)
            .Select(shard => part(Services.Actors.ScoringShard(shard.Key), shard.Work)));
        var sum = Array.Empty<double>();
        foreach (var reference in parts)
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

    private static IEnumerable<(string Key, ShardWork Work)> Shards(RoundState state, ObjectReference manifest, int models, string prefix)
    {
        var size = state.Settings.Scoring.ShardSize;
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
            yield return ($"{state.Id}/{prefix}{first / size}", work);
        }
    }
}
