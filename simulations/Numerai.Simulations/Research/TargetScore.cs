using Numerai.Scoring.Metrics;
using Numerai.Scoring.Statistics;

namespace Numerai.Simulations.Research;

/// <summary>CORR of any vector against one target; rows without a target are left out.</summary>
internal sealed class TargetScore : IMetaModelScore
{
    private readonly int[] _rows;
    private readonly double[] _centred;

    public TargetScore(ReadOnlySpan<float> target)
    {
        var rows = new List<int>(target.Length);
        for (var row = 0; row < target.Length; row++)
        {
            if (!float.IsNaN(target[row]))
            {
                rows.Add(row);
            }
        }

        _rows = [.. rows];
        var values = new double[_rows.Length];
        for (var place = 0; place < values.Length; place++)
        {
            values[place] = target[_rows[place]];
        }

        _centred = values;
        Moments.Center(values, _centred);
    }

    /// <inheritdoc/>
    public double Of(double[]? predictions)
    {
        if (predictions is null)
        {
            return double.NaN;
        }

        var own = Array.ConvertAll(_rows, row => predictions[row]);
        return Moments.IsConstant(own) || double.IsNaN(own[0]) ? double.NaN : PublishedScore.Round(NumeraiCorr.Score(own, _centred));
    }
}
