using System.Text;
using Numerai.Data.Parquet;
using Numerai.Data.Submissions;
using Numerai.Data.Tables;

namespace Numerai.Cli.Benchmarks;

/// <summary>One submission in every form participants upload it, and the universe it is checked against.</summary>
internal sealed class SyntheticUploads
{
    private readonly string[] _ids;
    private readonly double[] _full;
    private readonly double[] _short;

    public SyntheticUploads(int rows, int seed)
    {
        var random = new Random(seed);
        _ids = [.. Enumerable.Range(0, rows).Select(_ => $"n{random.NextInt64():x16}"[..16])];
        _full = [.. _ids.Select(_ => random.NextDouble())];
        _short = [.. _full.Select(value => Math.Round(value, 6))];
        Universe = SubmissionUniverse.Of("id", _ids);
        Files =
        [
            ("CSV, six decimals", Csv(_short)),
            ("CSV, full precision", Csv(_full)),
            ("Parquet, doubles of six decimals", Parquet(_short, new ParquetWriteOptions())),
            ("Parquet, full precision", Parquet(_full, new ParquetWriteOptions())),
            ("Parquet, full precision, ids plain", Parquet(_full, new ParquetWriteOptions { IndexColumn = "id" })),
            ("Parquet, full precision, snappy", Parquet(_full, new ParquetWriteOptions { Codec = ParquetCodec.Snappy })),
        ];
    }

    public SubmissionUniverse Universe { get; }

    public IReadOnlyList<(string Name, byte[] Content)> Files { get; }

    private byte[] Csv(double[] values) =>
        Encoding.UTF8.GetBytes(
            "id,prediction\n" + string.Concat(_ids.Zip(values, (id, value) => FormattableString.Invariant($"{id},{value:R}\n"))));

    private byte[] Parquet(double[] values, ParquetWriteOptions options)
    {
        using var stream = new MemoryStream();
        ParquetFile.Write(stream, new Table([new TableColumn<string>("id", _ids), new TableColumn<double>("prediction", values)]), options);
        return stream.ToArray();
    }
}
