using Numerai.Data.Features;

namespace Numerai.Simulations.Agents;

/// <summary>An era whose targets are published: everything in it can be downloaded.</summary>
/// <param name="Number">Era number.</param>
/// <param name="Features">Bins of its rows.</param>
/// <param name="Targets">Every target of every row, NaN where there is none.</param>
/// <param name="MetaModel">The meta model of its round; null for history before the first round, or when nobody staked.</param>
public sealed record PublishedEra(int Number, FeatureBlock Features, float[][] Targets, double[]? MetaModel);
