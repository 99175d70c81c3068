using Numerai.Contracts;
using Numerai.Data.Targets;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Tournament.Rounds.Scoring;

namespace Numerai.Tournament.Rounds;

/// <content>Scoring: each day's target scores every on-time and late submission.</content>
public partial class RoundActor
{
    private async Task<Outcome<StoredTarget>> StoreTargetAsync(RoundState state, PublishTarget command)
    {
        var universe = await LiveIds.LoadAsync(Services.Objects, state.Universe);
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

    /// <summary>Sums the shards' parts of what the day's MPC is measured against.</summary>
    private async Task BuildPortfolioAsync(RoundState state, RoundWork work)
    {
        var day = DayOf(state, work);
        var asked = await AskShardsAsync(work, OnTimeShards(state), (shard, part) => shard.SumPortfolioAsync(part, day, state.AtRisk));
        if (asked.Done < asked.Total)
        {
            await MoveAsync(asked, work);
            return;
        }

        var stored = await Services.Objects.PutByContentAsync(
            ObjectName($"portfolios/day-{day.Day}"), ".f64", VectorObject.Write(await SumAsync(asked)));
        await EnterAsync(asked.WithResult(RoundStage.Portfolio, stored), RoundDecisions.AfterPortfolio(state));
    }

    /// <summary>
    /// How alike each on-time submission is to the others. Late ones are compared with nobody. It comes before the day's scores, after
    /// which shards let go of what they have read.
    /// </summary>
    private async Task CompareAsync(RoundState state, RoundWork work)
    {
        var asked = await AskShardsAsync(work, OnTimeShards(state), (shard, part) => shard.CompareAsync(part));
        await (asked.Done < asked.Total ? MoveAsync(asked, work) : EnterAsync(asked, RoundStage.Scores));
    }

    private async Task ScoreAsync(RoundState state, RoundWork work)
    {
        var day = DayOf(state, work);
        var asked = await AskShardsAsync(work, OnTimeShards(state), (shard, part) => shard.ScoreAsync(part, day));
        if (asked.Done < asked.Total)
        {
            await MoveAsync(asked, work);
            return;
        }

        // Who is late until now is scored with the day; the list is fixed here, so that a crash does not change it.
        var late = await LateManifestAsync(state, day.Day);
        await (late is null
            ? EnterAsync(asked, RoundStage.Table)
            : EnterAsync(asked.WithResult(RoundStage.LateScores, late), RoundStage.LateScores));
    }

    private async Task ScoreLateAsync(RoundState state, RoundWork work)
    {
        var day = DayOf(state, work);
        var manifest = work.ResultOf(RoundStage.LateScores)!;
        var models = StoredJson.Read<RoundManifest>(await Services.Objects.GetAsync(manifest)).Rows.Length;
        var asked = await AskShardsAsync(work, Shards(state, manifest, models, "late-"), (shard, part) => shard.ScoreAsync(part, day));
        await (asked.Done < asked.Total ? MoveAsync(asked, work) : EnterAsync(asked, RoundStage.Table));
    }

    private async Task PublishTableAsync(RoundState state, RoundWork work)
    {
        var onTime = await ScoresAsync(work, RoundStage.Scores);
        if (state.Settings.Scoring.PairwiseCorrelations)
        {
            var alike = (await ScoresAsync(work, RoundStage.Compare)).ToDictionary(model => model.Model, model => model.Scores);
            onTime = [.. onTime.Select(model => model with { Scores = model.Scores.AddRange(alike[model.Model]) })];
        }

        var late = await ScoresAsync(work, RoundStage.LateScores);
        var day = state.Targets.Keys.Last();
        var table = new ScoreTable(
            state.Id,
            day,
            day == state.Settings.Scoring.Days,
            work.Started,
            Percentiles.Fill([.. onTime, .. late.Select(scores => scores with { Late = true })]));
        var reference = await StoreOnceAsync($"scores/day-{day}.json", table);
        await EndAsync((current, now) => RoundDecisions.EndScoring(
            current, work.ResultOf(RoundStage.Portfolio), reference, work, now, Place));
    }

    private static ScoringDay DayOf(RoundState state, RoundWork work)
    {
        var (day, target) = state.Targets.Last();
        var metaModel = state.Settings.MetaModel is null ? state.MetaModel : state.NaiveMetaModel;
        return new ScoringDay(day, target, metaModel, state.BenchmarkMetaModel)
        {
            Portfolio = work.ResultOf(RoundStage.Portfolio),
        };
    }

    /// <summary>A table of this day that an interrupted step left behind stays the one that counts.</summary>
    private async Task<ObjectReference> StoreOnceAsync(string name, ScoreTable table) =>
        await Services.Objects.FindAsync(ObjectName(name)) ?? await Services.Objects.PutAsync(ObjectName(name), StoredJson.Write(table));

    private async Task<ObjectReference?> LateManifestAsync(RoundState state, int day)
    {
        var late = await Services.Submissions.LateAsync(state.Id);
        if (late.Count == 0)
        {
            return null;
        }

        var rows = late.Select(submission => new ManifestRow(
            submission.Model, submission.Account, submission.Id, submission.FileSha256, submission.Received, Nmr.Zero));
        var content = StoredJson.Write(new RoundManifest(state.Id, [.. rows]));
        return await Services.Objects.PutByContentAsync(ObjectName($"late/day-{day}"), ".json", content);
    }
}
