using System.Text.Json.Nodes;
using Numerai.Data.Csv;
using Numerai.Data.Features;
using Numerai.Data.Obfuscation;
using Numerai.Data.Parquet;
using Numerai.Data.Releases;
using Numerai.Data.Tables;
using Numerai.Data.Targets;

namespace Numerai.Data.Tests.Releases;

public sealed class ReleaseBuilderTests(BuiltRelease built) : IClassFixture<BuiltRelease>
{
    private static readonly float[] TargetValues = [0, 0.25f, 0.5f, 0.75f, 1];

    [Fact]
    public void The_public_folder_has_the_files_participants_know()
    {
        Assert.Equal(
            ["features.json", "live.parquet", "live_benchmark_models.parquet", "live_example_preds.csv", "live_example_preds.parquet",
                "manifest.json", "meta_model.parquet",
                "train.parquet", "train_benchmark_models.parquet", "validation.parquet", "validation_benchmark_models.parquet",
                "validation_example_preds.csv", "validation_example_preds.parquet"],
            Directory.GetFiles(built.Release.PublicFolder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("train.parquet", "train")]
    [InlineData("validation.parquet", "test,validation")]
    public void History_has_ids_eras_data_types_binned_features_and_targets(string file, string dataTypes)
    {
        using var reader = ParquetReader.Open(Path.Combine(built.Release.PublicFolder, file));
        var table = reader.ReadAll();
        Assert.Equal("id", reader.IndexColumn);
        Assert.Equal(["id", "era", "data_type"], table.Columns.Take(3).Select(c => c.Name));
        Assert.Equal(dataTypes, string.Join(',', table.Values<string>("data_type").Distinct().Order(StringComparer.Ordinal)));
        Assert.Equal(table.RowCount, table.Values<string>("id").Distinct().Count());
        var features = FeatureBlock.FromTable(table);
        Assert.Equal(FeatureCatalog.All.Count, features.ColumnCount);
        Assert.All(features.Bins.ToArray().Distinct(), bin => Assert.InRange(bin, (sbyte)0, (sbyte)4));
        var known = table.Values<float>("target").Where(v => !float.IsNaN(v)).ToList();
        Assert.All(known.Distinct(), v => Assert.Contains(v, TargetValues));
        Assert.Equal(0.5, known.Count(v => v == 0.5f) / (double)known.Count, 1);
    }

    [Fact]
    public void Train_and_validation_are_apart_by_the_longest_target()
    {
        var train = Eras("train.parquet");
        var validation = Eras("validation.parquet");
        Assert.Equal(13, validation.Min() - train.Max() - 1);
        Assert.Equal(validation.Max() + 1, built.Release.Rounds[0].Era);
    }

    [Fact]
    public void Test_rows_have_no_target_and_are_those_not_known_when_the_first_round_opens()
    {
        var table = Read("validation.parquet");
        var types = table.Values<string>("data_type");
        var target = table.Values<float>("target");
        Assert.All(Enumerable.Range(0, table.RowCount), i => Assert.Equal(types[i] == "test", float.IsNaN(target[i])));
        Assert.Equal(4, table.Values<string>("era").Where((_, i) => types[i] == "test").Distinct().Count());
    }

    [Fact]
    public void Until_rounds_are_played_the_meta_model_is_the_blend_of_the_benchmark_models()
    {
        var meta = Read("meta_model.parquet");
        var benchmark = Read("validation_benchmark_models.parquet");
        Assert.Equal(benchmark.Values<string>("id"), meta.Values<string>("id"));
        Assert.Equal(benchmark.Values<double>("momentum"), meta.Values<double>("numerai_meta_model"), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(["benchmark_models"], meta.Values<string>("source").Distinct());
    }

    [Fact]
    public void Every_round_has_features_an_id_map_and_twenty_targets()
    {
        foreach (var round in built.Release.Rounds)
        {
            var live = ParquetFile.Read(Path.Combine(built.Release.RoundFolder(round.Number), "live.parquet"));
            Assert.DoesNotContain(live.Columns, c => c.Name.StartsWith("target", StringComparison.Ordinal));
            Assert.All(live.Values<string>("era"), era => Assert.Equal("X", era));
            for (var day = 1; day <= 20; day++)
            {
                var target = ParquetFile.Read(built.Release.TargetFile(round.Number, day));
                Assert.Equal(live.Values<string>("id"), target.Values<string>("id"));
                Assert.Equal(TargetMark.Of(8, $"{round.Number}", day), TargetMark.In(target.Metadata));
                Assert.All(target.Values<float>("target"), v => Assert.Contains(v, TargetValues));
            }
        }
    }

    [Fact]
    public void The_public_live_file_is_that_of_the_first_round()
    {
        var first = Path.Combine(built.Release.RoundFolder(1), "live.parquet");
        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(Path.Combine(built.Release.PublicFolder, "live.parquet")));
    }

    [Fact]
    public void The_id_map_leads_from_the_round_before_to_the_same_security()
    {
        var before = ParquetFile.Read(Path.Combine(built.Release.RoundFolder(2), "live.parquet")).Values<string>("id");
        var now = ParquetFile.Read(Path.Combine(built.Release.RoundFolder(3), "live.parquet")).Values<string>("id");
        var map = ParquetFile.Read(Path.Combine(built.Release.RoundFolder(3), "id_map.parquet"));
        Assert.Subset(before.ToHashSet(), map.Values<string>("previous_id").ToHashSet());
        Assert.Subset(now.ToHashSet(), map.Values<string>("id").ToHashSet());
        var obfuscator = new Obfuscator(ObfuscationKey.ForDemonstration(1), new ObfuscationOptions());
        var era = built.Release.Rounds[2].Era;
        var expected = SmallMarket.Panel.Securities.ToDictionary(s => obfuscator.Id(era - 1, s), s => obfuscator.Id(era, s));
        Assert.All(Enumerable.Range(0, map.RowCount), i => Assert.Equal(expected[map.Values<string>("previous_id")[i]],
            map.Values<string>("id")[i]));
    }

    [Fact]
    public void Rounds_open_on_saturday_close_on_sunday_and_score_from_tuesday_to_saturday()
    {
        Assert.Equal(Enumerable.Range(1, 6), built.Release.Rounds.Select(r => r.Number));
        foreach (var round in built.Release.Rounds)
        {
            Assert.Equal((DayOfWeek.Saturday, 12), (round.OpensAt.DayOfWeek, round.OpensAt.Hour));
            Assert.Equal((DayOfWeek.Sunday, 14), (round.ClosesAt.DayOfWeek, round.ClosesAt.Hour));
            Assert.Equal(1, DateOnly.FromDateTime(round.OpensAt.UtcDateTime).DayNumber - round.EraDate.DayNumber);
            Assert.Equal(20, round.ScoringDates.Count);
            Assert.Equal(4, round.ScoringDates[0].DayNumber - DateOnly.FromDateTime(round.ClosesAt.UtcDateTime).DayNumber);
            Assert.DoesNotContain(round.ScoringDates, d => d.DayOfWeek is DayOfWeek.Sunday or DayOfWeek.Monday);
        }
    }

    [Fact]
    public void Benchmarks_learn_only_from_targets_known_when_their_block_begins()
    {
        Assert.NotEmpty(built.Benchmark.Trainings);
        Assert.All(built.Benchmark.Trainings, t => Assert.Equal(1, t.FirstEra));
        Assert.Contains(built.Benchmark.Trainings, t => t.LastEra == built.Release.Rounds[0].Era - 5);
        Assert.Contains(built.Benchmark.Trainings, t => t.LastEra == built.Release.Rounds[3].Era - 5);
        var firstValidation = Eras("validation_benchmark_models.parquet").Min();
        Assert.Contains(built.Benchmark.Trainings, t => t.LastEra == firstValidation - 5);
    }

    [Fact]
    public void Example_predictions_are_a_valid_submission_in_both_forms()
    {
        var parquet = Read("live_example_preds.parquet");
        var csv = CsvTable.Read(Path.Combine(built.Release.PublicFolder, "live_example_preds.csv"),
            new Dictionary<string, ColumnType> { ["prediction"] = ColumnType.Float64 });
        Assert.Equal(["id", "prediction"], csv.Columns.Select(c => c.Name));
        Assert.Equal(Read("live.parquet").Values<string>("id"), csv.Values<string>("id"));
        Assert.Equal(parquet.Values<double>("prediction"), csv.Values<double>("prediction"));
        Assert.All(csv.Values<double>("prediction"), p => Assert.InRange(p, double.Epsilon, 1 - 1e-9));
    }

    [Fact]
    public void Features_json_has_sets_within_each_other_and_statistics_of_all()
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(built.Release.PublicFolder, "features.json")))!;
        HashSet<string> Set(string name) => json["feature_sets"]![name]!.AsArray().Select(n => (string)n!).ToHashSet();
        Assert.Equal((16, 40, FeatureCatalog.All.Count), (Set("small").Count, Set("medium").Count, Set("all").Count));
        Assert.Subset(Set("medium"), Set("small"));
        Assert.Equal(Set("all"), json["feature_stats"]!.AsObject().Select(p => p.Key).ToHashSet());
        Assert.Equal("target", (string?)json["targets"]![0]);
    }

    [Fact]
    public void Nothing_public_names_a_date_a_security_a_sector_or_a_raw_feature()
    {
        foreach (var file in new[] { "features.json", "manifest.json" })
        {
            var text = File.ReadAllText(Path.Combine(built.Release.PublicFolder, file));
            Assert.DoesNotMatch("(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}", text);
            Assert.DoesNotContain(FeatureCatalog.All, f => text.Contains(f.Name, StringComparison.Ordinal));
        }

        foreach (var file in Directory.GetFiles(built.Release.PublicFolder, "*.parquet"))
        {
            using var reader = ParquetReader.Open(file);
            var columns = reader.Columns.Where(c => c.Type == ColumnType.Text).Select(c => c.Name).ToList();
            Assert.Subset(new HashSet<string> { "id", "era", "data_type", "source" }, columns.ToHashSet());
            Assert.All(reader.Metadata.Values, v => Assert.DoesNotContain("momentum_21", v));
            Assert.All(reader.ReadAll(["id"]).Values<string>("id"), id => Assert.Matches("^n[0-9a-f]{16}$", id));
        }
    }

    [Fact]
    public void A_release_opens_again_from_disk()
    {
        var again = Release.Open(built.Release.Folder);
        Assert.Equal(built.Release.Version, again.Version);
        Assert.Equal(built.Release.Rounds.Select(r => (r.Number, r.Era, r.EraDate, r.OpensAt, r.ClosesAt)),
            again.Rounds.Select(r => (r.Number, r.Era, r.EraDate, r.OpensAt, r.ClosesAt)));
        Assert.Equal(built.Release.Rounds[5].ScoringDates, again.Rounds[5].ScoringDates);
    }

    private Table Read(string file) => ParquetFile.Read(Path.Combine(built.Release.PublicFolder, file));

    private List<int> Eras(string file) => Read(file).Values<string>("era").Select(int.Parse).Distinct().ToList();
}
