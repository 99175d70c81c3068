using System.IO.Compression;
using System.Text;
using Numerai.Data.Csv;
using Numerai.Data.Diagnostics;
using Numerai.Data.Features;
using Numerai.Data.Obfuscation;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;
using Numerai.Data.Tests.Releases;
using Numerai.Scoring.Diagnostics;
using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Ranking;
using Numerai.Scoring.Rounds;

namespace Numerai.Data.Tests.Diagnostics;

public sealed class DiagnosticsRunTests(BuiltRelease built) : IClassFixture<BuiltRelease>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Public => built.Release.PublicFolder;

    private Table Validation => ParquetFile.Read(Path.Combine(Public, "validation.parquet"));

    [Fact]
    public void The_report_is_what_the_plain_functions_say_era_by_era()
    {
        var features = FeatureBlock.FromTable(Validation).Names.Take(7).ToArray();
        var predictions = Predictions(Validation);
        var report = Run(Write(predictions, "predictions.csv"), features);
        var eras = Expected(predictions, features);
        Assert.Equal(eras.Select(era => era.Era), report.Model.Eras.Select(era => era.Era));
        Assert.All(eras.Zip(report.Model.Eras), pair =>
        {
            Assert.Equal(pair.First.Corr, pair.Second.Corr, 9);
            Assert.Equal(pair.First.Mmc, pair.Second.Mmc, 5);
            Assert.Equal(pair.First.Bmc, pair.Second.Bmc, 5);
            Assert.Equal(pair.First.Fnc, pair.Second.Fnc, 9);
            Assert.Equal(pair.First.MaximumExposure, pair.Second.MaximumExposure, 9);
        });
        Assert.Equal(EraSummary.Of([.. eras.Select(era => era.Corr)]).Sharpe, report.Model.Corr.Sharpe, 9);
        Assert.Equal(
            (4, 0, 0, predictions.RowCount), (report.ErasWithoutTarget, report.ErasWithoutPredictions, report.Dropped, report.Rows));
        Assert.Contains(report.MostExposedFeature, features);
    }

    [Fact]
    public void The_form_and_order_of_the_file_do_not_matter()
    {
        var predictions = Predictions(Validation);
        var reversed = predictions.Take([.. Enumerable.Range(0, predictions.RowCount).Reverse()]);
        var parquet = _folder.File("predictions.parquet");
        ParquetFile.Write(parquet, reversed, new ParquetWriteOptions { IndexColumn = "id", RowGroupRows = 1000 });
        var expected = Run(Write(predictions, "predictions.csv")).Model;
        Assert.Equal(expected.Eras, Run(Write(reversed, "predictions.csv.gz")).Model.Eras);
        Assert.Equal(expected.Eras, Run(parquet).Model.Eras);
    }

    [Fact]
    public void The_example_predictions_compare_with_themselves()
    {
        var report = Run(Path.Combine(Public, "validation_example_preds.csv"));
        Assert.Equal(1, report.CorrelationWithExample, 9);
        Assert.Equal(report.Example!.Corr.Mean, report.Model.Corr.Mean, 6);
    }

    [Fact]
    public void With_the_key_churn_and_turnover_between_eras_are_told_and_without_it_never()
    {
        var decoder = new ReleaseDecoder(ObfuscationKey.ForDemonstration(1), new ObfuscationOptions(), SmallMarket.Panel.Securities);
        var validation = Validation;
        var (ids, eras) = (validation.Values<string>("id"), validation.Values<string>("era"));
        var loyal = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var era in eras.Distinct())
        {
            string[] ofEra = [.. ids.Where((_, row) => eras[row] == era)];
            foreach (var (id, security) in ofEra.Zip(decoder.Decode(int.Parse(era), ofEra)))
            {
                // Every security is predicted alike in all eras.
                loyal[id] = (SmallMarket.Panel.Securities.ToList().IndexOf(security!) + 1) / 100.0;
            }
        }

        var path = Write(
            new Table([validation["id"], new TableColumn<double>("prediction", [.. ids.Select(id => loyal[id])])]), "loyal.csv");
        var options = new DiagnosticsOptions { Securities = (era, asked) => decoder.Decode(int.Parse(era), asked) };
        var report = DiagnosticsRun.Run(path, ValidationPart.Of(Public), options);
        Assert.InRange(report.Churn, 0, 1e-9);
        Assert.InRange(report.Turnover, 0, 0.1);
        Assert.True(double.IsNaN(report.Model.Eras[0].Churn));
        var restless = DiagnosticsRun.Run(Write(Predictions(validation), "restless.csv"), ValidationPart.Of(Public), options);
        Assert.InRange(restless.Churn, 0.8, 1.2);
        Assert.InRange(restless.Turnover, 0.5, 1);
        var blind = Run(path);
        Assert.True(double.IsNaN(blind.Churn) && double.IsNaN(blind.Turnover));
    }

    [Fact]
    public void Eras_without_any_row_and_unknown_ids_are_counted()
    {
        var all = Predictions(Validation);
        var eras = Validation.Values<string>("era");
        var kept = all.Take([.. Enumerable.Range(0, all.RowCount).Where(row => eras[row] != eras[0])]);
        var path = Write(kept, "predictions.csv");
        File.AppendAllText(path, "n0000000000000000,0.5\n");
        var report = Run(path);
        Assert.Equal((1, 1), (report.ErasWithoutPredictions, report.Dropped));
    }

    public static TheoryData<string, string, string> Wrong() => new()
    {
        { "", "invalid_submission_file", "empty" },
        { "id,prediction\n", "invalid_submission_ids", "None of" },
        { "row,prediction\n{id},0.5\n", "invalid_submission_headers", "'row'" },
        { "id,prediction\n{id},much\n", "invalid_submission_values", "'much'" },
        { "id,prediction\n{id},\n", "invalid_submission_values", "missing in row 1" },
        { "id,prediction\n{id},1.5\n", "invalid_submission_values", "between 0 and 1" },
        { "id,prediction\n{id},0.5\n{id},0.6\n", "invalid_submission_ids", "again in row 2" },
        { "id,prediction\n{id},0.5\n", "invalid_submission_ids", "lacks" },
        { "id,prediction\n,0.5\n", "invalid_submission_ids", "no id in row 1" },
        { "id,prediction\n{id},0.5,9\n", "invalid_submission_file", "3 fields" },
        { "id,prediction\n{all equal}", "invalid_submission_values", "must differ" },
        { "PAR1 and then nothing", "invalid_submission_file", "predictions" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_file_is_refused_by_code_and_sentence(string content, string code, string words)
    {
        var ids = Validation.Values<string>("id");
        var text = content.Replace("{id}", ids[0], StringComparison.Ordinal)
            .Replace("{all equal}", string.Concat(ids.Select(id => $"{id},0.5\n")), StringComparison.Ordinal);
        var path = _folder.File("predictions.csv");
        File.WriteAllText(path, text);
        var refused = Assert.Throws<DiagnosticsRefusedException>(() => Run(path));
        Assert.Equal(code, refused.Refusal.Code);
        Assert.Contains(words, refused.Refusal.Message);
    }

    [Fact]
    public void A_small_file_that_unpacks_without_end_is_refused_in_little_memory()
    {
        var path = _folder.File("bomb.csv.gz");
        using (var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.ASCII.GetBytes("id,prediction\n"));
            var line = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("x,0.5\n", 10_000)));
            for (var written = 0; written < 600; written++)
            {
                gzip.Write(line);
            }
        }

        Assert.Equal("invalid_submission_file", Assert.Throws<DiagnosticsRefusedException>(() => Run(path)).Refusal.Code);
    }

    public void Dispose() => _folder.Dispose();

    private DiagnosticsReport Run(string path, params string[] features) =>
        DiagnosticsRun.Run(path, ValidationPart.Of(Public), new DiagnosticsOptions { Features = features });

    private string Write(Table table, string name)
    {
        CsvTable.Write(_folder.File(name), table);
        return _folder.File(name);
    }

    private static Table Predictions(Table validation)
    {
        var random = new Random(5);
        return new Table(
        [
            new TableColumn<string>("id", validation.Values<string>("id")),
            new TableColumn<double>("prediction", [.. validation.Values<string>("id").Select(_ => Math.Round(random.NextDouble(), 6))]),
        ]);
    }

    /// <summary>The same from whole tables in memory, one era after the other.</summary>
    private List<EraScores> Expected(Table predictions, string[] features)
    {
        var validation = Validation;
        var meta = ParquetFile.Read(Path.Combine(Public, "meta_model.parquet")).Values<double>("numerai_meta_model");
        var benchmark = ParquetFile.Read(Path.Combine(Public, "validation_benchmark_models.parquet")).Values<double>("momentum");
        var eras = validation.Values<string>("era");
        var report = ValidationReport.Of(Enumerable.Range(0, eras.Length).GroupBy(row => eras[row]).Select(rows =>
        {
            int[] era = [.. rows];
            return (Era: rows.Key, Rows: era, Target: era.Select(row => (double)validation.Values<float>("target")[row]).ToArray());
        }).Where(era => !double.IsNaN(era.Target[0])).Select(era => new ValidationEra(
            era.Era,
            era.Rows.Select(row => predictions.Values<double>("prediction")[row]).ToArray(),
            era.Target,
            new RoundInputs
            {
                Rows = era.Rows.Length,
                MetaModel = era.Rows.Select(row => meta[row]).ToArray(),
                BenchmarkMetaModel = Gaussian(era.Rows.Select(row => benchmark[row]).ToArray()),
                Features = new ColumnMatrix(era.Rows.Length, features.Length,
                    features.SelectMany(name => era.Rows.Select(row => validation.Values<sbyte>(name)[row])).ToArray()),
            })));
        Assert.NotEmpty(report.Eras);
        return [.. report.Eras];
    }

    private static double[] Gaussian(double[] values)
    {
        var codes = new ushort[values.Length];
        RankCodes.TieKept(values, codes, new RankWorkspace());
        new RankTables(values.Length).Gaussianize(codes, values);
        return values;
    }
}
