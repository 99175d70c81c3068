using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Scoring.Rounds;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Scoring;
using Numerai.Tournament.Rounds.Submissions;

namespace Numerai.Tournament.Rounds;

/// <content>Closing: the round is sealed, stakes are snapshotted, the manifest is frozen and the meta models are built.</content>
public partial class RoundActor
{
    /// <summary>Participants asked in one turn; enough to hide their latency, few enough to keep the turn short.</summary>
    private const int ParticipantsAtOnce = 64;

    /// <summary>The round's on-time submissions; they do not change once it is sealed.</summary>
    private IReadOnlyList<SubmissionRecord>? _selected;

    private async Task SealAsync(RoundWork work)
    {
        await Services.Submissions.SealAsync(Known.Id);
        var owners = Known.Step == RoundStep.Cancelling
            ? Owners(await SelectedAsync()).Count()
            : Staking(await SelectedAsync()).Count();
        var next = Known.Step == RoundStep.Cancelling ? RoundStage.Free : RoundStage.Pin;
        await EnterAsync(work, next, owners);
    }

    /// <summary>
    /// Asks some owners for their models' stakes at risk. Asking again gives the same snapshot, so a crash only repeats questions.
    /// </summary>
    private async Task PinAsync(RoundWork work)
    {
        var owners = Staking(await SelectedAsync()).Skip(work.Done).Take(ParticipantsAtOnce).ToList();
        if (owners.Count > 0)
        {
            var answers = await Task.WhenAll(owners.Select(owner =>
                Services.Actors.Participant(owner.Key).PinStakesAsync(Known.Id, [.. owner.Select(submission => submission.Model)])));
            var pinned = StoredJson.Write(answers.SelectMany(answer => answer.Require()).ToImmutableArray());
            var part = await Services.Objects.PutByContentAsync(ObjectName($"pins/{work.Done}"), ".json", pinned);
            work = work.WithPart(RoundStage.Pin, work.Done, part) with { Done = work.Done + owners.Count };
        }

        await (work.Done < work.Total ? MoveAsync(work) : EnterAsync(work, RoundStage.Freeze));
    }

    private async Task FreezeAsync(RoundWork work)
    {
        var selected = await SelectedAsync();
        var atRisk = new Dictionary<ModelId, Nmr>(selected.Count);
        foreach (var part in work.PartsOf(RoundStage.Pin))
        {
            foreach (var pinned in StoredJson.Read<ImmutableArray<Accounts.PinnedStake>>(await Services.Objects.GetAsync(part)))
            {
                atRisk.Add(pinned.Model, pinned.AtRisk);
            }
        }

        var rows = new RoundManifest(
            Known.Id,
            [
                .. selected.Select(submission => new ManifestRow(
                    submission.Model, submission.Account, submission.Id, submission.FileSha256, submission.Received,
                    atRisk.GetValueOrDefault(submission.Model))),
            ]);
        var manifest = await Services.Objects.PutByContentAsync(ObjectName("manifest"), ".json", StoredJson.Write(rows));
        await DecideKnownAsync((state, now) => RoundDecisions.FreezeManifest(state, work, manifest, rows, now, Place));
        _selected = null;
    }

    private async Task BuildMetaModelAsync(RoundState state, RoundWork work)
    {
        var asked = await AskShardsAsync(work, OnTimeShards(state), (shard, part) => shard.SumAsync(part));
        if (asked.Done < asked.Total)
        {
            await MoveAsync(asked, work);
            return;
        }

        var sum = await SumAsync(asked);
        WeightedRanks.Complete(sum, ShardWeights.Of(state.AtRisk), sum);
        var stored = await Services.Objects.PutByContentAsync(ObjectName("meta-model"), ".f64", VectorObject.Write(sum));
        await EnterAsync(asked.WithResult(RoundStage.MetaModel, stored), RoundStage.NaiveMetaModel);
    }

    /// <summary>
    /// The same with every model alike that has enough at risk. There is none where settings want none, or when no model has. The round is
    /// closed with it.
    /// </summary>
    private async Task BuildNaiveMetaModelAsync(RoundState state, RoundWork work)
    {
        var asked = work;
        ObjectReference? stored = null;
        if (await NaiveModelsAsync(state) is > 0 and var models)
        {
            var least = state.Settings.MetaModel!.NaiveMinimumStake;
            asked = await AskShardsAsync(work, OnTimeShards(state), (shard, part) => shard.SumNaiveAsync(part, least));
            if (asked.Done < asked.Total)
            {
                await MoveAsync(asked, work);
                return;
            }

            var sum = await SumAsync(asked);
            WeightedRanks.Complete(sum, models, sum);
            stored = await Services.Objects.PutByContentAsync(ObjectName("naive-meta-model"), ".f64", VectorObject.Write(sum));
        }

        await EndAsync((current, now) => RoundDecisions.EndClosing(
            current, asked.ResultOf(RoundStage.MetaModel), stored, asked, now, Place));
    }

    private async Task<int> NaiveModelsAsync(RoundState state)
    {
        if (state.Settings.MetaModel is not { } naive)
        {
            return 0;
        }

        var manifest = StoredJson.Read<RoundManifest>(await Services.Objects.GetAsync(state.Manifest!));
        return manifest.Rows.Count(row => row.AtRisk >= naive.NaiveMinimumStake);
    }

    private async Task<IReadOnlyList<SubmissionRecord>> SelectedAsync() =>
        _selected ??= await Services.Submissions.SelectedAsync(Known.Id);

    /// <summary>Owners in the order in which they are asked; models whose submission moved too far have nothing at risk.</summary>
    private static IEnumerable<IGrouping<AccountId, SubmissionRecord>> Staking(IReadOnlyList<SubmissionRecord> selected) =>
        selected.Where(submission => submission.Movement is not { WithinLimits: false })
            .GroupBy(submission => submission.Account).OrderBy(owner => owner.Key);

    private static IEnumerable<AccountId> Owners(IReadOnlyList<SubmissionRecord> selected) =>
        selected.Select(submission => submission.Account).Distinct().Order();
}
