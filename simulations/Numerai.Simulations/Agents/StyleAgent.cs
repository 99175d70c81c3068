using Numerai.Data.Features;
using Numerai.Learners;
using Numerai.Scoring.Statistics;

namespace Numerai.Simulations.Agents;

/// <summary>
/// momentum, reversal, quality: one investment style, the features of that name, each with the sign it had in the published eras.
/// </summary>
public sealed class StyleAgent(AgentSeat seat, string style) : LearningAgent(seat)
{
    protected override IPredictor Learn(TrainingSet set)
    {
        var places = Enumerable.Range(0, set.Features.ColumnCount)
            .Where(place => set.Features.Names[place].StartsWith(FeatureBlock.Prefix + style, StringComparison.Ordinal)).ToArray();
        if (places.Length == 0)
        {
            throw new SimulationException(
                "archetype_needs_named_features", $"The archetype {style} looks for features named {FeatureBlock.Prefix}{style}..., and this market has none.");
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
