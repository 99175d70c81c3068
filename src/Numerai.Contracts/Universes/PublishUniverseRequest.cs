namespace Numerai.Contracts;

/// <summary>The published files that a universe is made of.</summary>
/// <param name="LiveDataset">Parquet with the key column, other kinds of id and features.</param>
/// <param name="NeutralizerDataset">Parquet with the key column and "neutralizer_*"; null for none.</param>
/// <param name="SampleWeightDataset">Parquet with the key column and "sample_weight"; null for weights of 1.</param>
/// <param name="Replace">Whether another universe of that day, which no round stands on yet, makes way.</param>
public sealed record PublishUniverseRequest(
    string LiveDataset, string? NeutralizerDataset = null, string? SampleWeightDataset = null, bool Replace = false);
