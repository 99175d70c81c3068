namespace Numerai.Data.Releases;

/// <summary>Predictions of all benchmark models for some eras: tie-kept ranks within the era, strictly between 0 and 1.</summary>
internal sealed class BenchmarkPredictions(IReadOnlyList<string> names, double[]?[][] byModelAndEra)
{
    public IReadOnlyList<string> Names { get; } = names;

    /// <summary>Whether the models had learned anything by then.</summary>
    public bool Has(int era) => byModelAndEra[0][era] is not null;

    /// <summary>One model's predictions of an era, in published row order.</summary>
    public double[] Of(int era, int model) => byModelAndEra[model][era]
        ?? throw new ArgumentOutOfRangeException(nameof(era), era, "No model had been trained by that era.");
}
