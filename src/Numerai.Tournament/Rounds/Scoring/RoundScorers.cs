using Numerai.Scoring.Rounds;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Tournament.Universes;

namespace Numerai.Tournament.Rounds.Scoring;

/// <summary>
/// What the shards of one round share on one machine: features with their orthonormal basis, rank tables, the prepared targets. The last
/// few are kept, since about 25 rounds are scored on one day, one after the other.
/// </summary>
public sealed class RoundScorers(IObjectStore objects, IDatasetStore datasets)
{
    private const int Kept = 4;
    private readonly Recent<PreparedRound> _recent = new(Kept);

    /// <summary>The scorer of a round and its targets of a day, made once however many shards ask.</summary>
    public Task<PreparedRound> GetAsync(ShardWork work, ScoringDay day) => _recent.GetAsync(
        $"{work.Round}|{work.Universe.Sha256}|{day.Target.Sha256}|{day.MetaModel?.Sha256}|{day.BenchmarkMetaModel?.Sha256}",
        () => PrepareAsync(work, day));

    private async Task<PreparedRound> PrepareAsync(ShardWork work, ScoringDay day)
    {
        var universe = await LiveIds.LoadAsync(objects, work.Universe);
        var path = await datasets.LocalPathAsync(work.LiveDataset)
            ?? throw new InvalidDataException($"The live data '{work.LiveDataset}' of round {work.Round} are gone from the dataset store.");
        var neutralizers = await PortfolioWeights.NeutralizersAsync(objects, work.Portfolio, universe.Rows);
        var scorer = new RoundScorer(new RoundInputs
        {
            Rows = universe.Rows,
            MetaModel = await VectorAsync(day.MetaModel, universe.Rows),
            BenchmarkMetaModel = await VectorAsync(day.BenchmarkMetaModel, universe.Rows),
            Features = LiveData.Features(path, universe, work.KeyColumn),
            Neutralizers = neutralizers,
            SampleWeights = neutralizers is null ? [] : await PortfolioWeights.SampleWeightsAsync(objects, work.Portfolio, universe.Rows),
        });
        var columns = Tournaments.Of(work.Round.Tournament).Targets.Length;
        var targets = await VectorAsync(day.Target, columns * universe.Rows);
        return new PreparedRound(scorer, [.. Enumerable.Range(0, columns).Select(column => Prepare(scorer, targets, column))]);
    }

    private static TargetScoring? Prepare(RoundScorer scorer, double[] targets, int column)
    {
        var target = targets.AsSpan(column * scorer.Rows, scorer.Rows);
        return target.ContainsAnyExcept(double.NaN) ? scorer.PrepareTarget(target) : null;
    }

    private async Task<double[]> VectorAsync(ObjectReference? reference, int rows) =>
        reference is null ? [] : VectorObject.Read(await objects.GetAsync(reference), rows);
}
