using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Scoring.Ranking;
using Numerai.Scoring.Rounds;
using Numerai.Scoring.Statistics;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Presets;

namespace Numerai.Tournament.Rounds.Scoring;

/// <summary>The actor behind <see cref="IScoringShard"/>. It has no row of its own.</summary>
public class ScoringShardActor(string key, ActorServices services) : IScoringShard
{
    /// <summary>How long a call waits for an answer.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(500);

    private LoadedShard? _loaded;
    private Job<ObjectReference>? _job;

    public Task<ObjectReference?> SumAsync(ShardWork work) => AskAsync(
        new ShardTask("meta-model-part", work), () => StoreSumAsync(work, "meta-model-part", model => ShardWeights.Of(model.AtRisk)));

    public Task<ObjectReference?> SumNaiveAsync(ShardWork work, Nmr minimumStake) => AskAsync(
        new ShardTask($"naive-meta-model-part {minimumStake}", work),
        () => StoreSumAsync(work, "naive-meta-model-part", model => model.AtRisk >= minimumStake ? 1 : 0));

    public Task<ObjectReference?> SumPortfolioAsync(ShardWork work, ScoringDay day, Nmr atRisk) => AskAsync(
        new ShardTask($"portfolio-part {atRisk}", work, day), () => StorePortfolioAsync(work, day, atRisk));

    public Task<ObjectReference?> ScoreAsync(ShardWork work, ScoringDay day) => AskAsync(
        new ShardTask("scores", work, day), () => StoreScoresAsync(work, day), last: true);

    public Task<ObjectReference?> CompareAsync(ShardWork work) =>
        AskAsync(new ShardTask("compare", work), () => StoreComparisonAsync(work));

    /// <summary>Bytes of the models that are held between two calls.</summary>
    protected long Held => (long)(_loaded?.Codes.Length ?? 0) * sizeof(ushort);

    /// <summary>
    /// Lets go of the models; work that needs them reads them again, and work that is under way has its own hold of them. The last answer
    /// stays.
    /// </summary>
    protected void Release()
    {
        _loaded = null;
        HeldChanged();
    }

    /// <summary>Called when <see cref="Held"/> may have changed.</summary>
    protected virtual void HeldChanged()
    {
    }

    /// <summary>Who asks again, because it was not done yet or the answer was lost, gets it without the work being done twice.</summary>
    /// <param name="task">What to do.</param>
    /// <param name="make">Does it, on the models of the task.</param>
    /// <param name="last">
    /// Whether the step ends with it. The next one is a day away, or the round is over, and meanwhile a day's other rounds are scored: what
    /// is in memory is then what hosts work on, however many rounds there are.
    /// </param>
    private async Task<ObjectReference?> AskAsync(ShardTask task, Func<Task<ObjectReference>> make, bool last = false)
    {
        _job ??= new Job<ObjectReference>(services, this);
        var (done, result) = await _job.AskAsync(task, () => WorkAsync(make, last), _patience);
        return done ? result : null;
    }

    private async Task<ObjectReference> WorkAsync(Func<Task<ObjectReference>> make, bool last)
    {
        try
        {
            return await make();
        }
        finally
        {
            if (last)
            {
                Release();
            }

            HeldChanged();
        }
    }

    private async Task<ObjectReference> StoreComparisonAsync(ShardWork work)
    {
        var name = $"rounds/{key}/pairwise-correlations.json";
        if (await services.Objects.FindAsync(name) is { } stored)
        {
            return stored;
        }

        var (models, codes, rows) = await LoadAsync(work);
        var manifest = StoredJson.Read<RoundManifest>(await services.Objects.GetAsync(work.Manifest));
        var comparison = new ShardComparison(services.Submissions, manifest.Rows, rows);
        return await services.Objects.PutAsync(name, StoredJson.Write(await comparison.RunAsync(work.First, models, codes)));
    }

    private async Task<ObjectReference> StoreSumAsync(ShardWork work, string name, Func<ManifestRow, double> weight)
    {
        var (models, codes, rows) = await LoadAsync(work);
        var sum = new double[rows];
        WeightedRanks.Accumulate(new RankTables(rows), codes, models.Select(weight).ToArray(), sum, Environment.ProcessorCount);
        return await services.Objects.PutByContentAsync($"rounds/{key}/{name}", ".f64", VectorObject.Write(sum));
    }

    private async Task<ObjectReference> StorePortfolioAsync(ShardWork work, ScoringDay day, Nmr atRisk)
    {
        var (models, codes, _) = await LoadAsync(work);
        var prepared = await services.Scorers.GetAsync(work, day);
        var target = prepared.Targets[0]!;
        var sum = new double[target.Rows];
        var total = ShardWeights.Of(atRisk);
        var shares = models.Select(model => ShardWeights.Of(model.AtRisk) / total).ToArray();
        prepared.Scorer.AccumulatePortfolio(codes, shares, target, sum);
        return await services.Objects.PutByContentAsync($"rounds/{key}/portfolio-part-day-{day.Day}", ".f64", VectorObject.Write(sum));
    }

    private async Task<ObjectReference> StoreScoresAsync(ShardWork work, ScoringDay day)
    {
        var (models, codes, _) = await LoadAsync(work);
        var prepared = await services.Scorers.GetAsync(work, day);
        var published = new ImmutableSortedDictionary<string, PublishedValue>.Builder[models.Length];
        for (var model = 0; model < published.Length; model++)
        {
            published[model] = ImmutableSortedDictionary.CreateBuilder<string, PublishedValue>(StringComparer.Ordinal);
        }

        foreach (var plan in Tournaments.Of(work.Round.Tournament).Scores)
        {
            if (prepared.Targets[plan.Target] is { } target)
            {
                Score(codes, prepared, plan, await WithPortfolioAsync(target, plan, day), published);
            }
        }

        var scores = models.Select((model, index) => new ModelScores(
            model.Model, model.Submission, Late: false, published[index].ToImmutable()));
        return await services.Objects.PutByContentAsync(
            $"rounds/{key}/scores-day-{day.Day}", ".json", StoredJson.Write(scores.ToImmutableArray()));
    }

    private async Task<TargetScoring> WithPortfolioAsync(TargetScoring target, ScorePlan plan, ScoringDay day) =>
        day.Portfolio is { } portfolio && plan.Kinds.HasFlag(ScoreKinds.Mpc)
            ? target.WithPortfolio(VectorObject.Read(await services.Objects.GetAsync(portfolio), target.Rows))
            : target;

    private static void Score(
        ushort[] codes,
        PreparedRound prepared,
        ScorePlan plan,
        TargetScoring target,
        ImmutableSortedDictionary<string, PublishedValue>.Builder[] published)
    {
        var scores = new BlockScores(published.Length, plan.Kinds);
        prepared.Scorer.Score(codes, target, scores);
        foreach (var (kind, name) in plan.Names)
        {
            for (var model = 0; model < published.Length; model++)
            {
                if (double.IsFinite(scores[kind][model]))
                {
                    published[model].Add(name, new PublishedValue(PublishedScore.Round(scores[kind][model]), 0));
                }
            }
        }
    }

    private async Task<LoadedShard> LoadAsync(ShardWork work)
    {
        if (_loaded is { } kept && kept.Work == work)
        {
            return kept;
        }

        var manifest = StoredJson.Read<RoundManifest>(await services.Objects.GetAsync(work.Manifest));
        var models = manifest.Rows.Slice(work.First, work.Count);
        var rows = (await LiveIds.LoadAsync(services.Objects, work.Universe)).Rows;
        var codes = new ushort[models.Length * rows];
        await services.Submissions.ReadCodesAsync([.. models.Select(model => model.Submission)], rows, codes);
        return _loaded = new LoadedShard(work, models, codes, rows);
    }

    /// <summary>The models of a shard in memory.</summary>
    private sealed record LoadedShard(ShardWork Work, ImmutableArray<ManifestRow> Models, ushort[] Codes, int Rows)
    {
        public void Deconstruct(out ImmutableArray<ManifestRow> models, out ushort[] codes, out int rows) =>
            (models, codes, rows) = (Models, Codes, Rows);
    }

    private sealed record ShardTask(string Result, ShardWork Work, ScoringDay? Day = null);
}
