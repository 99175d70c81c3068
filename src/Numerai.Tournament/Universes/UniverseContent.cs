using Numerai.Tournament.Rounds;

namespace Numerai.Tournament.Universes;

/// <summary>What checked universe files hold, aligned to the sorted ids.</summary>
/// <param name="Neutralizers">n x k, column after column.</param>
/// <param name="SampleWeights">n, or null for weights of 1.</param>
internal sealed record UniverseContent(
    LiveIds Universe, AliasTable Aliases, double[] Neutralizers, int NeutralizerColumns, double[]? SampleWeights);
