using Numerai.Data.Features;
using Numerai.Learners;
using Numerai.Scoring.Statistics;

namespace Numerai.Simulations.Agents;

/// <summary>
/// momentum, reversal, quality: one investment style, the features of that name, each with the sign it had in the published eras.
/// </summary>
public sealed class StyleAgent(AgentSeat seat, string style) : LearningAgent(seat)
{
    /// <summary>How the features of a style begin, in the synthetic market and in the catalog of features made of prices.</summary>
    private static readonly Dictionary<string, string[]> _beginnings = new(StringComparer.Ordinal)
    {
        ["momentum"] = ["momentum_", "residual_momentum_", "sector_excess_momentum_"],
        ["reversal"] = ["reversal_", "residual_reversal_", "sector_excess_reversal_", "scaled_reversal_"],
        ["quality"] = ["quality_", "return_to_risk_", "residual_volatility_", "downside_volatility_", "drawdown_"],
    };

    protected override IPredictor Learn(TrainingSet set)
    {
        var places = Enumerable.Range(0, set.Features.ColumnCount)
            .Where(place => _beginnings[style].Any(
                beginning => set.Features.Names[place].StartsWith(FeatureBlock.Prefix + beginning, StringComparison.Ordinal))).ToArray();
        if (places.Length == 0)
        {
            throw new SimulationException(
                "archetype_needs_named_features", $"The archetype {style} looks for features that begin with "
                    + $"{FeatureBlock.Prefix}{_beginnings[style][0]}, and this market has none.");
        }

        var target = Array.ConvertAll(set.Targets[0], value => value - 0.5);
        var signs = Array.ConvertAll(places, place => Math.Sign(Product(set.Features.Column(place), target)));
        return new StylePredictor(places, signs);
    }

    private static double Product(ReadOnlySpan<sbyte> bins, double[] target)
    {
        var centred = new double[bins.Length];
        for (var row = 0; row < centred.Length; row++)
        {
            centred[row] = bins[row] - 2;
        }

        return FixedLanes.Dot(centred, target);
    }

    private sealed class StylePredictor(int[] places, int[] signs) : IPredictor
    {
        public void Predict(FeatureBlock era, Span<double> predictions)
        {
            predictions.Clear();
            for (var place = 0; place < places.Length; place++)
            {
                var column = era.Column(places[place]);
                for (var row = 0; row < predictions.Length; row++)
                {
                    predictions[row] += signs[place] * (column[row] - 2);
                }
            }
        }
    }
}
