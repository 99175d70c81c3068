namespace Numerai.Client.Datasets;

/// <summary>A column of a data file.</summary>
/// <param name="Name">Such as "id", "era", "feature_able_river" or "target".</param>
/// <param name="MayBeMissing">Whether the file can hold missing values there. Floats can always be NaN.</param>
public sealed record DatasetColumn(string Name, DatasetColumnType Type, bool MayBeMissing)
{
    /// <summary>What to predict from: its name begins with "feature_".</summary>
    public bool IsFeature => Name.StartsWith("feature_", StringComparison.Ordinal);

    /// <summary>What is to be predicted: "target", or a name that begins with "target_".</summary>
    public bool IsTarget => Name == "target" || Name.StartsWith("target_", StringComparison.Ordinal);

    /// <summary>Whether it can be read as numbers.</summary>
    public bool IsNumber =>
        Type is DatasetColumnType.Bins or DatasetColumnType.Integer or DatasetColumnType.Float or DatasetColumnType.Boolean;
}
