namespace Numerai.Data.Signals;

/// <summary>The published history of a daily tournament: files of many days in ascending order.</summary>
/// <param name="Validation">Parquet with ids, <c>date</c>, features and targets.</param>
/// <param name="Neutralizers">The same rows with <c>neutralizer_*</c>; null where signals are not held as portfolios.</param>
/// <param name="SampleWeights">The same rows with <c>sample_weight</c>; null when all weights are 1.</param>
/// <param name="MetaModel">Ids, <c>date</c> and <c>numerai_meta_model</c> of the days that had one; null leaves MMC and MPC out.</param>
public sealed record SignalHistoryFiles(string Validation, string? Neutralizers, string? SampleWeights, string? MetaModel)
{
    public const string ValidationName = "validation.parquet";
    public const string NeutralizersName = "validation_neutralizer.parquet";
    public const string SampleWeightsName = "validation_sample_weights.parquet";
    public const string MetaModelName = "meta_model.parquet";

    /// <summary>The files of a downloaded folder.</summary>
    /// <exception cref="DataFormatException"><c>file_unreadable</c> when there is no validation file.</exception>
    public static SignalHistoryFiles In(string folder)
    {
        return IfThere(ValidationName) is { } validation
            ? new SignalHistoryFiles(validation, IfThere(NeutralizersName), IfThere(SampleWeightsName), IfThere(MetaModelName))
            : throw new DataFormatException(DataErrorCodes.FileUnreadable, $"There is no {ValidationName} in '{folder}'.");

        string? IfThere(string name) => File.Exists(Path.Combine(folder, name)) ? Path.Combine(folder, name) : null;
    }
}
