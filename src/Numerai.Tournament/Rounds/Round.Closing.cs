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
        await DecideKnownAsync((state, now) => RoundDecisions.EndClosing(state, metaModel, now));
    }

    /// <summary>Asks every owner for its models' stakes at risk. Asking again gives the same snapshot, so a crash only repeats questions.</summary>
    private async Task<ImmutableArray<ManifestRow>> PinAsync(IReadOnlyList<SubmissionRecord> selected)
    {
        var atRisk = new Dictionary<ModelId, Nmr>(selected.Count);
        foreach (var batch in selected.GroupBy(submission => submission.Account).OrderBy(owner => owner.Key).Chunk(ParticipantsAtOnce))
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
                submission.Model, submission.Account, submission.Id, submission.FileSha256, submission.Received, atRisk[submission.Model])),
        ];
    }

    /// <summary>Sums the shards' parts in the order of the shards. Null when nobody staked.</summary>
    private async Task<ObjectReference?> BuildMetaModelAsync(RoundState state)
    {
        if (state.AtRisk.IsZero)
        {
            return null;
        }

        var universe = await Universe.LoadAsync(Services.Objects, state.Universe);
        var parts = await Task.WhenAll(Shards(state, state.Manifest!, state.Submissions, string.Empty)
            .Select(shard => Services.Actors.ScoringShard(shard.Key).SumAsync(shard.Work)));
        var sum = new double[universe.Rows];
        foreach (var part in parts)
        {
            var values = VectorObject.Read(await Services.Objects.GetAsync(part), universe.Rows);
            for (var row = 0; row < values.Length; row++)
            {
                sum[row] += values[row];
            }
        }

        WeightedRanks.Complete(sum, ShardWeights.Of(state.AtRisk), sum);
        return await Services.Objects.PutByContentAsync(ObjectName("meta-model"), ".f64", VectorObject.Write(sum));
    }

    private static IEnumerable<(string Key, ShardWork Work)> Shards(RoundState state, ObjectReference manifest, int models, string prefix)
    {
        var size = state.Settings.Scoring.ShardSize;
        for (var first = 0; first < models; first += size)
        {
            var work = new ShardWork(
                state.Id, manifest, first, Math.Min(size, models - first), state.Universe, state.LiveDataset);
            yield return ($"{state.Id}/{prefix}{first / size}", work);
        }
    }
}
