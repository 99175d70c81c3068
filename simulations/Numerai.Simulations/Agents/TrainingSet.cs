using Numerai.Data.Features;

namespace Numerai.Simulations.Agents;

/// <summary>Rows to learn from: whole published eras, less the rows without a main target.</summary>
/// <param name="Features">Bins.</param>
/// <param name="Targets">Targets by the market's order, the main one first and without gaps.</param>
/// <param name="Era">Era number of each row.</param>
/// <param name="MetaModel">The meta model of each row, NaN where there was none.</param>
public sealed record TrainingSet(FeatureBlock Features, float[][] Targets, int[] Era, float[] MetaModel);
