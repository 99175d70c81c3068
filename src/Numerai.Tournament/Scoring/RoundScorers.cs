using Numerai.Scoring.Rounds;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;

namespace Numerai.Tournament.Scoring;

/// <summary>
/// What the shards of one round share on one machine: features with their orthonormal basis, rank tables, the prepared target. The last
/// few are kept, since about 25 rounds are scored on one day, one after the other.
/// </summary>
public sealed class RoundScorers(IObjectStore objects, IDatasetStore datasets)
{
    private const int Kept = 4;
    private readonly Lock _lock = new();
    private readonly LinkedList<(string Key, Task<PreparedRound> Prepared)> _recent = [];

    /// <summary>The scorer of a round and its target of a day, made once however many shards ask.</summary>
    public Task<PreparedRound> GetAsync(ShardWork work, ScoringDay day)
    {
        var key = $"{work.Round}|{work.Universe.Sha256}|{day.Target.Sha256}|{day.MetaModel?.Sha256}|{day.BenchmarkMetaModel?.Sha256}";
        lock (_lock)
        {
            for (var node = _recent.First; node is not null; node = node.Next)
            {
                if (node.Value.Key == key && !node.Value.Prepared.IsFaulted)
                {
                    _recent.Remove(node);
                    _recent.AddFirst(node);
                    return node.Value.Prepared;
                }
            }

            var prepared = PrepareAsync(work, day);
            _recent.AddFirst((key, prepared));
            if (_recent.Count > Kept)
            {
                _recent.RemoveLast();
            }

            return prepared;
        }
    }

    private async Task<PreparedRound> PrepareAsync(ShardWork work, ScoringDay day)
    {
        var universe = await Universe.LoadAsync(objects, work.Universe);
        var path = await datasets.LocalPathAsync(work.LiveDataset)
            ?? throw new InvalidDataException($"The live data '{work.LiveDataset}' of round {work.Round} are gone from the dataset store.");
        var scorer = new RoundScorer(new RoundInputs
        {
            Rows = universe.Rows,
            MetaModel = await VectorAsync(day.MetaModel, universe.Rows),
            BenchmarkMetaModel = await VectorAsync(day.BenchmarkMetaModel, universe.Rows),
            Features = LiveData.Features(path, universe),
        });
        return new PreparedRound(scorer, scorer.PrepareTarget(await VectorAsync(day.Target, universe.Rows)));
    }

    private async Task<double[]> VectorAsync(ObjectReference? reference, int rows) =>
        reference is null ? [] : VectorObject.Read(await objects.GetAsync(reference), rows);
}
