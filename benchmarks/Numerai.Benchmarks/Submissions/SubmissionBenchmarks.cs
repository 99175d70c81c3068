using System.Text;
using BenchmarkDotNet.Attributes;
using Numerai.Data.Parquet;
using Numerai.Data.Submissions;
using Numerai.Data.Tables;
using Numerai.Scoring.Ranking;

namespace Numerai.Benchmarks.Submissions;

/// <summary>Parse, validate and clean one submission of 6,000 rows.</summary>
[MemoryDiagnoser]
public class SubmissionBenchmarks
{
    private readonly RankWorkspace workspace = new();
    private SubmissionUniverse universe = null!;
    private byte[] shortCsv = [];
    private byte[] longCsv = [];
    private byte[] parquet = [];

    [GlobalSetup]
    public void Prepare()
    {
        Random random = new(1);
        string[] ids = [.. Enumerable.Range(0, 6_000).Select(_ => $"n{random.NextInt64():x16}"[..16])];
        double[] values = [.. ids.Select(_ => random.NextDouble())];
        universe = SubmissionUniverse.Of("id", ids);
        longCsv = Csv(ids, values);
        shortCsv = Csv(ids, [.. values.Select(value => Math.Round(value, 6))]);
        using MemoryStream stream = new();
        ParquetFile.Write(stream, new Table([new TableColumn<string>("id", ids), new TableColumn<double>("prediction", values)]));
        parquet = stream.ToArray();
    }

    [Benchmark]
    public ushort[] CsvOfSixDecimals() => Ingest(shortCsv);

    [Benchmark]
    public ushort[] CsvOfFullPrecision() => Ingest(longCsv);

    [Benchmark]
    public ushort[] ParquetFileOfDoubles() => Ingest(parquet);

    private static byte[] Csv(string[] ids, double[] values) =>
        Encoding.UTF8.GetBytes("id,prediction\n" + string.Concat(ids.Zip(values, (id, value) => $"{id},{value:R}\n")));

    private ushort[] Ingest(byte[] file)
    {
        (ValidSubmission? submission, SubmissionRefusal? refusal) = SubmissionIntake.Read(file, SubmissionFormat.OfIds, universe);
        return submission?.ToRankCodes(workspace) ?? throw new InvalidOperationException(refusal!.Message);
    }
}
