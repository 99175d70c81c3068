using System.Collections.Immutable;
using Numerai.Scoring.Ranking;
using Numerai.Scoring.Rounds;
using Numerai.Scoring.Statistics;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Money;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Presets;
using Numerai.Tournament.Rounds;

namespace Numerai.Tournament.Scoring;

/// <summary>The actor behind <see cref="IScoringShard"/>. It has no row of its own.</summary>
public class ScoringShard(string key, ActorServices services) : IScoringShard
{
    private ShardWork? _loaded;
    private ImmutableArray<ManifestRow> _models = [];
    private ushort[] _codes = [];
    private int _rows;
    private (string Result, ShardWork Work, ScoringDay? Day, ObjectReference Reference)? _last;

    public Task<ObjectReference> SumAsync(ShardWork work) => OnceAsync(
        "meta-model-part", work, null, () => StoreSumAsync("meta-model-part", model => ShardWeights.Of(model.AtRisk)));

    public Task<ObjectReference> SumNaiveAsync(ShardWork work, Nmr minimumStake) => OnceAsync(
        $"naive-meta-model-part {minimumStake}",
        work,
        null,
        () => StoreSumAsync("naive-meta-model-part", model => model.AtRisk >= minimumStake ? 1 : 0));

    public Task<ObjectReference> SumPortfolioAsync(ShardWork work, ScoringDay day, Nmr atRisk) => OnceAsync(
        $"portfolio-part {atRisk}", work, day, () => StorePortfolioAsync(work, day, atRisk));

    public Task<ObjectReference> ScoreAsync(ShardWork work, ScoringDay day) =>
        OnceAsync("scores", work, day, () => StoreScoresAsync(work, day));

    public async Task<ObjectReference> CompareAsync(ShardWork work)
    {
        var name = $"rounds/{key}/pairwise-correlations.json";
        if (await services.Objects.FindAsync(name) is { } stored)
        {
            return stored;
        }

        await LoadAsync(work);
        var manifest = StoredJson.Read<RoundManifest>(await services.Objects.GetAsync(work.Manifest));
        var comparison = new ShardComparison(services.Submissions, manifest.Rows, _rows);
        return await services.Objects.PutAsync(name, StoredJson.Write(await comparison.RunAsync(work.First, _models, _codes)));
    }

    /// <summary>Bytes of the models that are held between two calls.</summary>
    protected long Held => (long)_codes.Length * sizeof(ushort);

    /// <summary>Lets go of the models; a call that needs them reads them again. The last answer stays.</summary>
    protected void Release() => (_models, _codes, _loaded) = ([], [], null);

    /// <summary>Who asks again, because the answer was late or lost, gets it without the work being done twice.</summary>
    private async Task<ObjectReference> OnceAsync(string result, ShardWork work, ScoringDay? day, Func<Task<ObjectReference>> make)
    {
        if (_last is { } last && last.Result == result && last.Work == work && last.Day == day)
        {
            return last.Reference;
        }

        await LoadAsync(work);
        var reference = await make();
        _last = (result, work, day, reference);
        return reference;
    }

    private async Task<ObjectReference> StoreSumAsync(string name, Func<ManifestRow, double> weight)
    {
        var sum = new double[_rows];
        WeightedRanks.Accumulate(new RankTables(_rows), _codes, _models.Select(weight).ToArray(), sum, Environment.ProcessorCount);
        return await services.Objects.PutByContentAsync($"rounds/{key}/{name}", ".f64", VectorObject.Write(sum));
    }

    private async Task<ObjectReference> StorePortfolioAsync(ShardWork work, ScoringDay day, Nmr atRisk)
    {
        var prepared = await services.Scorers.GetAsync(work, day);
        var target = prepared.Targets[0]!;
        var sum = new double[target.Rows];
        var total = ShardWeights.Of(atRisk);
        var shares = _models.Select(model => ShardWeights.Of(model.AtRisk) / total).ToArray();
        prepared.Scorer.AccumulatePortfolio(_codes, shares, target, sum);
        return await services.Objects.PutByContentAsync($"rounds/{key}/portfolio-part-day-{day.Day}", ".f64", VectorObject.Write(sum));
    }

    private async Task<ObjectReference> StoreScoresAsync(ShardWork work, ScoringDay day)
    {
        var prepared = await services.Scorers.GetAsync(work, day);
        var published = new ImmutableSortedDictionary<string, PublishedValue>.Builder[_models.Length];
        for (var model = 0; model < published.Length; model++)
        {
            published[model] = ImmutableSortedDictionary.CreateBuilder<string, PublishedValue>(StringComparer.Ordinal);
        }

        foreach (var plan in Tournaments.Of(work.Round.Tournament).Scores)
        {
            if (prepared.Targets[plan.Target] is { } target)
            {
                Score(prepared, plan, await WithPortfolioAsync(target, plan, day), published);
            }
        }

        var scores = _models.Select((model, index) => new ModelScores(
            model.Model, model.Submission, Late: false, published[index].ToImmutable()));
        return await services.Objects.PutByContentAsync(
            $"rounds/{key}/scores-day-{day.Day}", ".json", StoredJson.Write(scores.ToImmutableArray()));
    }

    private async Task<TargetScoring> WithPortfolioAsync(TargetScoring target, ScorePlan plan, ScoringDay day) =>
        day.Portfolio is { } portfolio && plan.Kinds.HasFlag(ScoreKinds.Mpc)
            ? target.WithPortfolio(VectorObject.Read(await services.Objects.GetAsync(portfolio), target.Rows))
            : target;

    private void Score(
        PreparedRound prepared,
        ScorePlan plan,
        TargetScoring target,
        ImmutableSortedDictionary<string, PublishedValue>.Builder[] published)
    {
        var scores = new BlockScores(_models.Length, plan.Kinds);
        prepared.Scorer.Score(_codes, target, scores);
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

    private async Task LoadAsync(ShardWork work)
    {
        if (_loaded == work)
        {
            return;
        }

        var manifest = StoredJson.Read<RoundManifest>(await services.Objects.GetAsync(work.Manifest));
        var models = manifest.Rows.Slice(work.First, work.Count);
        var rows = (await Universe.LoadAsync(services.Objects, work.Universe)).Rows;
        var codes = new ushort[models.Length * rows];
        await services.Submissions.ReadCodesAsync([.. models.Select(model => model.Submission)], rows, codes);
        (_models, _codes, _rows, _loaded) = (models, codes, rows, work);
    }
}
