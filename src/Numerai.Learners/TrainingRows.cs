using Numerai.Data.Features;

namespace Numerai.Learners;

/// <summary>Rows that have a target, optionally of some eras only.</summary>
internal sealed class TrainingRows
{
    private TrainingRows(FeatureBlock features, float[] target, int[] era)
    {
        Features = features;
        Target = target;
        Era = era;
    }

    public FeatureBlock Features { get; }

    public float[] Target { get; }

    public int[] Era { get; }

    /// <summary>Keeps the rows whose target is a number and whose era is wanted. When that is all of them, nothing is copied.</summary>
    public static TrainingRows Of(FeatureBlock features, ReadOnlySpan<float> target, ReadOnlySpan<int> era, Func<int, bool>? wanted = null)
    {
        if (target.Length != features.RowCount || era.Length != features.RowCount)
        {
            throw new ArgumentException(
                $"There are {features.RowCount} rows of features, {target.Length} targets and {era.Length} era numbers.", nameof(target));
        }

        var rows = new List<int>(target.Length);
        for (var i = 0; i < target.Length; i++)
        {
            if (!float.IsNaN(target[i]) && (wanted is null || wanted(era[i])))
            {
                rows.Add(i);
            }
        }

        if (rows.Count == 0)
        {
            throw new ArgumentException("No row has a target to learn from.", nameof(target));
        }

        if (rows.Count == target.Length)
        {
            return new TrainingRows(features, target.ToArray(), era.ToArray());
        }

        var (targets, eras) = (target.ToArray(), era.ToArray());
        var kept = rows.ToArray();
        return new TrainingRows(features.Take(kept), Array.ConvertAll(kept, i => targets[i]), Array.ConvertAll(kept, i => eras[i]));
    }
}
