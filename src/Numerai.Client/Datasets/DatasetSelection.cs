namespace Numerai.Client.Datasets;

/// <summary>Which columns to read era by era. What is left out is not decoded.</summary>
public sealed record DatasetSelection
{
    /// <summary>Names of features, such as a set of <see cref="FeatureSets"/>; null for all of the file.</summary>
    public IReadOnlyList<string>? Features { get; init; }

    /// <summary>Names of targets or other columns of numbers; null for all targets of the file.</summary>
    public IReadOnlyList<string>? Targets { get; init; }

    /// <summary>The column of ids: "id" in Classic, "numerai_ticker" in Signals, "symbol" in Crypto.</summary>
    public string IdColumn { get; init; } = "id";

    /// <summary>The column whose equal neighbours are one era: "era" in Classic, "date" in Signals and Crypto.</summary>
    public string EraColumn { get; init; } = "era";
}
