using System.Collections.Immutable;
using Numerai.Scoring.Ranking;
using Numerai.Scoring.Rounds;
using Numerai.Scoring.Statistics;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;

namespace Numerai.Tournament.Scoring;

/// <summary>The actor behind <see cref="IScoringShard"/>. It has no row of its own.</summary>
public class ScoringShard(string key, ActorServices services) : IScoringShard
{
    private ShardWork? _loaded;
    private ImmutableArray<ManifestRow> _models = [];
    private ushort[] _codes = [];
    private int _rows;
    private (ShardWork Work, ScoringDay? Day, ObjectReference Result)? _last;

    public async Task<ObjectReference> SumAsync(ShardWork work)
    {
        if (_last is { } last && last.Work == work && last.Day is null)
        {
            return last.Result;
        }

        await LoadAsync(work);
        var sum = new double[_rows];
        var stakes = _models.Select(model => ShardWeights.Of(model.AtRisk)).ToArray();
        WeightedRanks.Accumulate(new RankTables(_rows), _codes, stakes, sum, Environment.ProcessorCount);
        return Keep(work, null, await services.Objects.PutByContentAsync($"rounds/{key}/meta-model-part", ".f64", VectorObject.Write(sum)));
    }

    public async Task<ObjectReference> ScoreAsync(ShardWork work, ScoringDay day)
    {
        if (_last is { } last && last.Work == work && last.Day == day)
        {
            return last.Result;
        }

        await LoadAsync(work);
        var prepared = await services.Scorers.GetAsync(work, day);
        var scores = new BlockScores(_models.Length, ScoreKinds.Classic);
        prepared.Scorer.Score(_codes, prepared.Target, scores);
        var published = _models.Select((model, index) => new ModelScores(model.Model, model.Submission, Late: false, Publish(scores, index)));
        return Keep(work, day, await services.Objects.PutByContentAsync(
            $"rounds/{key}/scores-day-{day.Day}", ".json", StoredJson.Write(published.ToImmutableArray())));
    }

    /// <summary>Who asks again, because the answer was late or lost, gets it without the work being done twice.</summary>
    private ObjectReference Keep(ShardWork work, ScoringDay? day, ObjectReference result)
    {
        _last = (work, day, result);
        return result;
    }

    private static ImmutableSortedDictionary<string, PublishedValue> Publish(BlockScores scores, int index)
    {
        var published = ImmutableSortedDictionary.CreateBuilder<string, PublishedValue>(StringComparer.Ordinal);
        Add(ScoreNames.Corr, scores.Corr[index]);
        Add(ScoreNames.Mmc, scores.Mmc[index]);
        Add(ScoreNames.Bmc, scores.Bmc[index]);
        Add(ScoreNames.Fnc, scores.Fnc[index]);
        Add(ScoreNames.Cwmm, scores.Cwmm[index]);
        return published.ToImmutable();

        void Add(string name, double score)
        {
            if (double.IsFinite(score))
            {
                published.Add(name, new PublishedValue(PublishedScore.Round(score), 0));
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
