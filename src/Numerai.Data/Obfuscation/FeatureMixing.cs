namespace Numerai.Data.Obfuscation;

/// <summary>How one published column is made: a weighted sum of raw features on the normal scale.</summary>
/// <param name="Name">Published name.</param>
/// <param name="Sources">Places of the raw features in the catalog.</param>
/// <param name="Weights">Their weights, a unit vector; a single 1 or -1 without mixing.</param>
public sealed record FeatureMixing(string Name, IReadOnlyList<int> Sources, IReadOnlyList<double> Weights);
