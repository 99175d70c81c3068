using System.Globalization;
using System.IO.Compression;
using Numerai.Data.Parquet;
using Numerai.Data.Signals;
using Numerai.Data.Tables;

namespace Numerai.Cli.Benchmarks;

/// <summary>A history of days of any length with a signal that knows a little of its targets, written some days at a time.</summary>
internal static class SyntheticHistory
{
    public const int Neutralizers = 40;
    private const int Securities = 5_000;
    private const int GroupDays = 10;
    private const double Knowledge = 0.1;
    private static readonly float[] _bins = [0, 0.25f, 0.5f, 0.75f, 1];
    private static readonly string[] _targets = ["target", "target_factor_feat_neutral", "target_factor_neutral", "target_raw_return"];

    /// <returns>The path of the signal.</returns>
    public static string Write(string folder, int rows, int features, string format)
    {
        var random = new Random(1);
        var path = Path.Combine(folder, "signal." + format);
        var weights = Enumerable.Range(0, Securities).Select(_ => 0.5 + random.NextDouble()).ToArray();
        var basis = WeightedBasis.Of(
            Enumerable.Range(0, Neutralizers).Select(_ => Enumerable.Range(0, Securities).Select(_ => random.NextDouble() - 0.5).ToArray()),
            weights);
        string[] names = [
            .. Enumerable.Range(0, features).Select(feature => string.Create(CultureInfo.InvariantCulture, $"feature_f{feature:000}"))];
        using (var text = format == "parquet" ? null : Text(path, format))
        using (var files = new Files(folder, format == "parquet" ? path : null))
        {
            for (var first = 0; first < rows; first += Securities * GroupDays)
            {
                var count = Math.Min(Securities * GroupDays, rows - first);
                TableColumn[] shared =
                [
                    Column("numerai_ticker", count, row => string.Create(CultureInfo.InvariantCulture, $"TICK{row % Securities:0000}_US")),
                    Column("date", count, row => new DateOnly(2010, 1, 1).AddDays(7 * ((first + row) / Securities))),
                ];
                var target = Column("target", count, _ => _bins[random.Next(_bins.Length)]);
                double Guess(int row) => (random.NextDouble() * (1 - Knowledge)) + (Knowledge * target.Values[row]);
                files.Write("validation", [.. shared, .. _targets.Select(name => Column(name, count, row => target.Values[row])),
                    .. names.Select(name => Column(name, count, _ => (sbyte)random.Next(5)))]);
                files.Write(
                    "validation_neutralizer",
                    [
                        .. shared, .. basis.Select(
                            (column, index) => Column($"neutralizer_{index + 1}", count, row => column[row % Securities]))]);
                files.Write("validation_sample_weights", [.. shared, Column("sample_weight", count, row => weights[row % Securities])]);
                files.Write("meta_model", [.. shared, Column("numerai_meta_model", count, Guess)]);
                var signal = new Table([.. shared, Column("signal", count, row => Math.Round(Guess(row), 6))]);
                files.WriteSignal(signal);
                WriteText(text, signal);
            }

            files.Complete();
        }

        return path;
    }

    private static StreamWriter Text(string path, string format)
    {
        var file = File.Create(path);
        var text = new StreamWriter(format == "csv.gz" ? new GZipStream(file, CompressionLevel.Fastest) : file);
        text.Write("numerai_ticker,date,signal\n");
        return text;
    }

    private static void WriteText(StreamWriter? text, Table signal)
    {
        var (ids, dates, values) =
            (signal.Values<string>("numerai_ticker"), signal.Values<DateOnly>("date"), signal.Values<double>("signal"));
        for (var row = 0; text is not null && row < ids.Length; row++)
        {
            text.Write(string.Create(CultureInfo.InvariantCulture, $"{ids[row]},{dates[row]:yyyy-MM-dd},{values[row]:R}\n"));
        }
    }

    private static TableColumn<T> Column<T>(string name, int count, Func<int, T> value) =>
        new(name, [.. Enumerable.Range(0, count).Select(value)]);

    /// <summary>The files of the history and a signal in Parquet, begun with their first rows.</summary>
    private sealed class Files(string folder, string? signal) : IDisposable
    {
        private readonly Dictionary<string, ParquetWriter> _writers = [];

        public void Write(string name, TableColumn[] columns) => Append(Path.Combine(folder, name + ".parquet"), new Table(columns));

        public void WriteSignal(Table rows)
        {
            if (signal is not null)
            {
                Append(signal, rows);
            }
        }

        public void Complete()
        {
            foreach (var writer in _writers.Values)
            {
                writer.Complete();
            }
        }

        public void Dispose()
        {
            foreach (var writer in _writers.Values)
            {
                writer.Dispose();
            }
        }

        private void Append(string path, Table rows)
        {
            if (!_writers.TryGetValue(path, out var writer))
            {
                _writers[path] = writer = ParquetWriter.Create(path, [.. rows.Columns.Select(column => column.Schema)]);
            }

            writer.Write(rows);
        }
    }
}
