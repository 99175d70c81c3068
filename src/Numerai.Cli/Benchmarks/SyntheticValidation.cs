using System.Globalization;
using System.IO.Compression;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;

namespace Numerai.Cli.Benchmarks;

/// <summary>Validation data of any length with predictions that know a little of its target, written era by era.</summary>
internal static class SyntheticValidation
{
    public const int Benchmarks = 5;
    private const int EraRows = 5_000;
    private const int GroupEras = 50;
    private const double Knowledge = 0.1;
    private static readonly float[] _targets = [0, 0.25f, 0.5f, 0.75f, 1];
    private static readonly ParquetWriteOptions _indexed = new() { IndexColumn = "id" };

    public static (string Predictions, IReadOnlyList<string> Features) Write(string folder, int rows, int features, string format)
    {
        var names = Enumerable.Range(0, features).Select(feature => string.Create(CultureInfo.InvariantCulture, $"feature_f{feature:000}"))
            .ToArray();
        var random = new Random(1);
        var path = Path.Combine(folder, "predictions." + format);
        using (var validation = Writer("validation", "id:Text", "era:Text", "target:Float32", [.. names.Select(name => name + ":Int8")]))
        using (var metaModel = Writer("meta_model", "id:Text", "era:Text", "numerai_meta_model:Float64"))
        using (var benchmarks = Writer("validation_benchmark_models", "id:Text", "era:Text", "",
            [.. Enumerable.Range(0, Benchmarks).Select(b => $"b{b}:Float64")]))
        using (var upload = new Upload(path, format))
        using (var example = Writer("validation_example_preds", "id:Text", "", "prediction:Float64"))
        {
            for (var first = 0; first < rows; first += EraRows * GroupEras)
            {
                var count = Math.Min(EraRows * GroupEras, rows - first);
                var shared = Ids(random, first, count);
                var target = Column<float>("target", count, _ => _targets[random.Next(_targets.Length)]);
                double Guess(int row) => (random.NextDouble() * (1 - Knowledge)) + (Knowledge * target.Values[row]);
                validation.Write(new Table([.. shared, target, .. names.Select(name => Column(name, count, _ => (sbyte)random.Next(5)))]));
                metaModel.Write(new Table([.. shared, Column("numerai_meta_model", count, Guess)]));
                benchmarks.Write(new Table([.. shared, .. Enumerable.Range(0, Benchmarks).Select(b => Column($"b{b}", count, Guess))]));
                example.Write(new Table([shared[0], Column("prediction", count, Guess)]));
                upload.Write(new Table([shared[0], Column("prediction", count, row => Math.Round(Guess(row), 6))]));
            }

            validation.Complete();
            metaModel.Complete();
            benchmarks.Complete();
            example.Complete();
            upload.Complete();
        }

        return (path, names);

        ParquetWriter Writer(string name, string first, string second, string third, params string[] more) => ParquetWriter.Create(
            Path.Combine(folder, name + ".parquet"),
            [.. new[] { first, second, third }.Concat(more).Where(column => column.Length > 0).Select(column => column.Split(':'))
                .Select(column => new ColumnSchema(column[0], Enum.Parse<ColumnType>(column[1])))],
            options: _indexed);
    }

    private static TableColumn[] Ids(Random random, int first, int count) =>
    [
        Column("id", count, _ => $"n{random.NextInt64():x16}"),
        Column("era", count, row => ((first + row) / EraRows).ToString("0000", CultureInfo.InvariantCulture)),
    ];

    private static TableColumn<T> Column<T>(string name, int count, Func<int, T> value) =>
        new(name, [.. Enumerable.Range(0, count).Select(value)]);

    /// <summary>The participant's file, written as it grows.</summary>
    private sealed class Upload : IDisposable
    {
        private readonly ParquetWriter? _parquet;
        private readonly StreamWriter? _text;

        public Upload(string path, string format)
        {
            if (format == "parquet")
            {
                _parquet = ParquetWriter.Create(
                    path, [new ColumnSchema("id", ColumnType.Text), new ColumnSchema("prediction", ColumnType.Float64)], options: _indexed);
                return;
            }

            var file = File.Create(path);
            _text = new StreamWriter(format == "csv.gz" ? new GZipStream(file, CompressionLevel.Fastest) : file);
            _text.Write("id,prediction\n");
        }

        public void Write(Table rows)
        {
            _parquet?.Write(rows);
            foreach (var (id, prediction) in _text is null ? [] : rows.Values<string>("id").Zip(rows.Values<double>("prediction")))
            {
                _text!.Write(string.Create(CultureInfo.InvariantCulture, $"{id},{prediction:R}\n"));
            }
        }

        public void Complete() => _parquet?.Complete();

        public void Dispose()
        {
            _parquet?.Dispose();
            _text?.Dispose();
        }
    }
}
