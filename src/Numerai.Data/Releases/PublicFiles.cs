using Numerai.Data.Csv;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;

namespace Numerai.Data.Releases;

/// <summary>Writes the public folder of a release.</summary>
internal static class PublicFiles
{
    public static readonly ParquetWriteOptions Indexed = new() { IndexColumn = "id" };

    public static void Write(string folder, ReleaseMaterial material, BenchmarkPredictions predictions, ReleaseOptions options,
        CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var train = material.Split.Positions(EraRole.Train).ToList();
        var validation = material.Split.Positions(EraRole.Validation, EraRole.Test).ToList();
        Save(folder, "train.parquet", EraTables.History(material, train));
        cancellation.ThrowIfCancellationRequested();
        Save(folder, "validation.parquet", EraTables.History(material, validation));
        cancellation.ThrowIfCancellationRequested();
        Save(folder, "train_benchmark_models.parquet", EraTables.Benchmarks(material, predictions, train, live: false));
        Save(folder, "validation_benchmark_models.parquet", EraTables.Benchmarks(material, predictions, validation, live: false));
        Save(folder, "validation_example_preds.parquet", EraTables.Example(material, predictions, validation));
        CsvTable.Write(Path.Combine(folder, "validation_example_preds.csv"), EraTables.Example(material, predictions, validation));
        Save(folder, "meta_model.parquet", MetaModelTable.Of(material, predictions, validation));
        WriteLive(folder, material, predictions, material.Split.FirstRound);
        ReleaseJson.Write(Path.Combine(folder, "features.json"), FeatureSummary.Of(material));
        ReleaseManifest.Write(folder, options.Version, options.SigningKey);
    }

    /// <summary>The files of one live round that participants get when it opens.</summary>
    public static void WriteLive(string folder, ReleaseMaterial material, BenchmarkPredictions predictions, int era)
    {
        Directory.CreateDirectory(folder);
        Save(folder, "live.parquet", EraTables.Live(material, era));
        Save(folder, "live_benchmark_models.parquet", EraTables.Benchmarks(material, predictions, [era], live: true));
        var example = EraTables.Example(material, predictions, [era]);
        Save(folder, "live_example_preds.parquet", example);
        CsvTable.Write(Path.Combine(folder, "live_example_preds.csv"), example);
    }

    public static void Save(string folder, string name, Table table) => ParquetFile.Write(Path.Combine(folder, name), table, Indexed);
}
