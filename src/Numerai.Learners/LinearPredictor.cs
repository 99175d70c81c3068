using Numerai.Data.Features;

namespace Numerai.Learners;

/// <summary>A weighted sum of centred bins.</summary>
internal sealed class LinearPredictor(IReadOnlyList<string> names, int[] places, double[] weights) : IPredictor
{
    public void Predict(FeatureBlock era, Span<double> predictions)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(predictions.Length, era.RowCount, nameof(predictions));
        var found = ColumnLookup.Find(era, names, places);
        predictions.Clear();
        for (var i = 0; i < found.Length; i++)
        {
            var column = era.Column(found[i]);
            for (var row = 0; row < predictions.Length; row++)
            {
                predictions[row] += weights[i] * (column[row] - 2);
            }
        }
    }
}
