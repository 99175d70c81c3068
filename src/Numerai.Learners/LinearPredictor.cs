using Numerai.Data.Features;

namespace Numerai.Learners;

/// <summary>A weighted sum of centred bins.</summary>
internal sealed class LinearPredictor(IReadOnlyList<string> names, int[] places, double[] weights) : IPredictor
{
    /// <summary>Rows at a time, so that their sums stay close to the processor while one feature after the other is added.</summary>
    private const int BlockRows = 1024;

    public void Predict(FeatureBlock era, Span<double> predictions)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(predictions.Length, era.RowCount, nameof(predictions));
        var found = ColumnLookup.Find(era, names, places);
        predictions.Clear();
        for (var first = 0; first < predictions.Length; first += BlockRows)
        {
            var block = predictions.Slice(first, Math.Min(BlockRows, predictions.Length - first));
            for (var i = 0; i < found.Length; i++)
            {
                CentredBins.AddScaled(era.Column(found[i]).Slice(first, block.Length), weights[i], block);
            }
        }
    }
}
