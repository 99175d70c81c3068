using Numerai.Data.Features;
using Numerai.Scoring.Ranking;

namespace Numerai.Simulations.Agents;

/// <summary>
/// What a participant can download: eras whose targets are published, and nothing else. The operator's side adds an era when its round
/// resolves; there is no way from here to the market.
/// </summary>
public sealed class PublicData
{
    private const int KeptTrainingSets = 4;
    private readonly Lock _lock = new();
    private readonly SortedList<int, PublishedEra> _eras = [];
    private readonly List<int> _newestAtOpening = [];
    private readonly List<((int Last, int Count) Key, Lazy<TrainingSet> Set)> _sets = [];

    /// <summary>Published eras, oldest first.</summary>
    public IList<PublishedEra> Eras => _eras.Values;

    /// <summary>Number of the newest published era.</summary>
    public int Newest => _eras.Count == 0 ? 0 : _eras.Keys[^1];

    /// <summary>The newest era that was published when a round opened.</summary>
    /// <exception cref="SimulationException"><c>era_not_published</c>: the round has not opened yet.</exception>
    public int NewestAt(int round) => round >= 1 && round <= _newestAtOpening.Count
        ? _newestAtOpening[round - 1]
        : throw new SimulationException(
            "era_not_published", $"Round {round} has not opened yet, so nobody knows what will be published by then.");

    /// <summary>The given number of eras up to one that is published, as rows to learn from. Shared by all who ask for the same.</summary>
    /// <exception cref="SimulationException"><c>era_not_published</c>.</exception>
    public TrainingSet Training(int last, int count)
    {
        if (!_eras.ContainsKey(last))
        {
            throw new SimulationException("era_not_published", $"Era {last} is not published; the newest one is {Newest}.");
        }

        Lazy<TrainingSet> set;
        lock (_lock)
        {
            var place = _sets.FindIndex(known => known.Key == (last, count));
            if (place >= 0)
            {
                set = _sets[place].Set;
            }
            else
            {
                set = new Lazy<TrainingSet>(() => Build(last, count));
                _sets.Add(((last, count), set));
                if (_sets.Count > KeptTrainingSets)
                {
                    _sets.RemoveAt(0);
                }
            }
        }

        return set.Value;
    }

    internal void Publish(PublishedEra era) => _eras.Add(era.Number, era);

    /// <summary>Notes what is public as a round opens.</summary>
    internal void Opens(int round)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(round, _newestAtOpening.Count + 1);
        _newestAtOpening.Add(Newest);
    }

    /// <summary>Drops eras older than the newest few, so that memory does not grow with time.</summary>
    internal void Keep(int newest)
    {
        while (_eras.Count > newest)
        {
            _eras.RemoveAt(0);
        }
    }

    private TrainingSet Build(int last, int count)
    {
        var eras = _eras.Values.Where(era => era.Number <= last && era.Number > last - count).ToList();
        var kept = eras.ConvertAll(
            era => Enumerable.Range(0, era.Features.RowCount).Where(row => !float.IsNaN(era.Targets[0][row])).ToArray());
        var blocks = eras.Select(
            (era, place) => kept[place].Length == era.Features.RowCount ? era.Features : era.Features.Take(kept[place])).ToList();
        var targets = new float[eras[0].Targets.Length][];
        for (var target = 0; target < targets.Length; target++)
        {
            targets[target] = [.. eras.SelectMany((era, place) => kept[place].Select(row => era.Targets[target][row]))];
        }

        return new TrainingSet(
            FeatureBlock.Concat(blocks),
            targets,
            [.. eras.SelectMany((era, place) => Enumerable.Repeat(era.Number, kept[place].Length))],
            [.. eras.SelectMany((era, place) => MetaModel(era, kept[place]))]);
    }

    /// <summary>The meta model's ranks as something to learn: between 0 and 1, like a target.</summary>
    private static IEnumerable<float> MetaModel(PublishedEra era, int[] rows)
    {
        if (era.MetaModel is null)
        {
            return Enumerable.Repeat(float.NaN, rows.Length);
        }

        var ranks = new double[era.MetaModel.Length];
        Ranks.TieKept(era.MetaModel, ranks);
        return rows.Select(row => (float)ranks[row]);
    }
}
