namespace Numerai.Data.Diagnostics;

/// <summary>Files of one part of a release's validation eras: those of the first day, or of appended weeks.</summary>
/// <param name="Validation">Parquet with <c>id</c>, <c>era</c>, <c>target</c> and features.</param>
/// <param name="MetaModel">Parquet with <c>id</c> and <c>numerai_meta_model</c>; null leaves MMC out.</param>
/// <param name="BenchmarkModels">Parquet with <c>id</c> and a column a model; null leaves BMC out.</param>
/// <param name="Example">Parquet with <c>id</c> and <c>prediction</c>; null leaves the comparison out.</param>
public sealed record ValidationPart(string Validation, string? MetaModel, string? BenchmarkModels, string? Example)
{
    private const string ValidationName = "validation.parquet";

    /// <summary>The parts of a public folder on disk, oldest first.</summary>
    /// <exception cref="DataFormatException"><c>file_unreadable</c> when there is no validation file.</exception>
    public static IReadOnlyList<ValidationPart> Of(string publicFolder) =>
        File.Exists(Path.Combine(publicFolder, ValidationName))
            ? [In(publicFolder), .. Releases.Appending.AppendedEras.In(publicFolder).Select(eras => In(eras.Path))]
            : throw new DataFormatException(DataErrorCodes.FileUnreadable, $"There is no {ValidationName} in '{publicFolder}'.");

    private static ValidationPart In(string folder)
    {
        return new ValidationPart(Path.Combine(folder, ValidationName), IfThere("meta_model.parquet"),
            IfThere("validation_benchmark_models.parquet"), IfThere("validation_example_preds.parquet"));

        string? IfThere(string name) => File.Exists(Path.Combine(folder, name)) ? Path.Combine(folder, name) : null;
    }
}
