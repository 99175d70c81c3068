using System.Collections.Immutable;
using Numerai.Data.Targets;
using Numerai.Tournament.Identity;
using Numerai.Tournament.Money;
using Numerai.Tournament.Outcomes;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Presets;
using Numerai.Tournament.Scoring;
using Numerai.Tournament.Universes;

namespace Numerai.Tournament.Rounds;

/// <content>Scoring: each day's target scores every on-time and late submission.</content>
public partial class Round
{
    private async Task<Outcome<StoredTarget>> StoreTargetAsync(RoundState state, PublishTarget command)
    {
        var universe = await Universe.LoadAsync(Services.Objects, state.Universe);
        var aligned = TargetFile.Align(
            await Services.Objects.GetAsync(command.Target),
            universe,
            state.Settings.Submission.KeyColumns[0],
            Tournaments.Of(state.Id.Tournament),
            TargetMark.Of(
                state.Id.Tournament.Number, state.Basis is { } basis ? UniverseId.Day(basis.Date) : $"{state.Id.Number}", command.Day));
        if (!aligned.Accepted)
        {
            return aligned.Refusal;
        }

        var stored = await Services.Objects.PutByContentAsync(
            ObjectName($"targets/day-{command.Day}"), ".f64", VectorObject.Write(aligned.Value.Values));
        return new StoredTarget(stored, aligned.Value.Marked);
    }

    private async Task FinishScoringAsync()
    {
        var state = Known;
        var (day, target) = state.Targets.Last();
        var metaModel = state.Settings.MetaModel is null ? state.MetaModel : state.NaiveMetaModel;
        var scoringDay = new ScoringDay(day, target, metaModel, state.BenchmarkMetaModel);
        scoringDay = scoringDay with { Portfolio = await BuildPortfolioAsync(state, scoringDay) };
        var alike = await CompareAsync(state);
        var onTime = await ScoreAsync(state, state.Manifest!, state.Submissions, string.Empty, scoringDay);
        if (alike is not null)
        {
            onTime = [.. onTime.Select(model => model with { Scores = model.Scores.AddRange(alike[model.Model]) })];
        }

        var (lateManifest, lateCount) = await LateManifestAsync(state, day);
        var late = lateCount == 0 ? [] : await ScoreAsync(state, lateManifest!, lateCount, "late-", scoringDay);
        var table = new ScoreTable(
            state.Id,
            day,
            day == state.Settings.Scoring.Days,
            Now,
            Percentiles.Fill([.. onTime, .. late.Select(scores => scores with { Late = true })]));
        var reference = await StoreOnceAsync($"scores/day-{day}.json", table);
        await DecideKnownAsync((current, now) => RoundDecisions.EndScoring(current, day, scoringDay.Portfolio, reference, now));
    }

    /// <summary>
    /// Sums the shards' parts of the portfolio in the order of the shards. Null when nobody staked or the round has no neutralizers.
    /// </summary>
    private async Task<ObjectReference?> BuildPortfolioAsync(RoundState state, ScoringDay day)
    {
        if (state.AtRisk.IsZero || state.Basis?.Portfolio.Neutralizers is null)
        {
            return null;
        }

        var sum = await SumAsync(state, (shard, work) => shard.SumPortfolioAsync(work, day, state.AtRisk));
        return await Services.Objects.PutByContentAsync(ObjectName($"portfolios/day-{day.Day}"), ".f64", VectorObject.Write(sum));
    }

    /// <summary>A table of this day that an interrupted step left behind stays the one that counts.</summary>
    private async Task<ObjectReference> StoreOnceAsync(string name, ScoreTable table) =>
        await Services.Objects.FindAsync(ObjectName(name)) ?? await Services.Objects.PutAsync(ObjectName(name), StoredJson.Write(table));

    private async Task<ImmutableArray<ModelScores>> ScoreAsync(
        RoundState state, ObjectReference manifest, int models, string prefix, ScoringDay day)
    {
        var parts = await Task.WhenAll(Shards(state, manifest, models, prefix)
            .Select(shard => Services.Actors.ScoringShard(shard.Key).ScoreAsync(shard.Work, day)));
        var scores = ImmutableArray.CreateBuilder<ModelScores>(models);
        foreach (var part in parts)
        {
            scores.AddRange(StoredJson.Read<ImmutableArray<ModelScores>>(await Services.Objects.GetAsync(part)));
        }

        return scores.ToImmutable();
    }

    /// <summary>
    /// How alike each on-time submission is to the others, where the settings want it; else null. Late ones are compared with nobody. It
    /// comes before the day's scores, after which shards let go of what they have read.
    /// </summary>
    private async Task<Dictionary<ModelId, ImmutableSortedDictionary<string, PublishedValue>>?> CompareAsync(RoundState state)
    {
        if (!state.Settings.Scoring.PairwiseCorrelations)
        {
            return null;
        }

        var parts = await Task.WhenAll(Shards(state, state.Manifest!, state.Submissions, string.Empty)
            .Select(shard => Services.Actors.ScoringShard(shard.Key).CompareAsync(shard.Work)));
        var compared = new Dictionary<ModelId, ImmutableSortedDictionary<string, PublishedValue>>(state.Submissions);
        foreach (var part in parts)
        {
            foreach (var model in StoredJson.Read<ImmutableArray<ModelScores>>(await Services.Objects.GetAsync(part)))
            {
                compared.Add(model.Model, model.Scores);
            }
        }

        return compared;
    }

    private async Task<(ObjectReference? Manifest, int Count)> LateManifestAsync(RoundState state, int day)
    {
        var late = await Services.Submissions.LateAsync(state.Id);
        if (late.Count == 0)
        {
            return (null, 0);
        }

        var rows = late.Select(submission => new ManifestRow(
            submission.Model, submission.Account, submission.Id, submission.FileSha256, submission.Received, Nmr.Zero));
        var content = StoredJson.Write(new RoundManifest(state.Id, [.. rows]));
        return (await Services.Objects.PutByContentAsync(ObjectName($"late/day-{day}"), ".json", content), late.Count);
    }
}
