using System.Globalization;
using Numerai.Client.Datasets;
using Numerai.Data.Parquet;
using Numerai.Data.Releases;
using Numerai.Data.Tests.Releases;

namespace Numerai.Data.Tests.Parquet.Participants;

/// <summary>
/// Files of the operator's library (ParquetSharp) and of DuckDB as the participant's (Parquet.Net, in the SDK) reads them.
/// </summary>
public sealed class ClientReadsTests(BuiltRelease built) : IClassFixture<BuiltRelease>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_file_of_a_release_is_read_to_the_same_values()
    {
        var files = Directory.GetFiles(built.Release.PublicFolder, "*.parquet").Concat(
            Directory.GetFiles(built.Release.RoundFolder(1), "*.parquet", SearchOption.AllDirectories)).ToList();
        Assert.True(files.Count >= 8);
        var compared = 0L;
        foreach (var file in files)
        {
            compared += await SameValues.AssertAsync(file);
        }

        Assert.True(compared > 100_000);
    }

    [Fact]
    public async Task The_eras_of_a_release_are_those_of_its_columns_feature_set_by_feature_set()
    {
        var path = Path.Combine(built.Release.PublicFolder, "validation.parquet");
        var table = ParquetFile.Read(path);
        var sets = await FeatureSets.LoadAsync(Path.Combine(built.Release.PublicFolder, "features.json"));
        Assert.Equal(FeatureMetadata.Load(Path.Combine(built.Release.PublicFolder, "features.json")).Targets, sets.Targets);
        var features = sets.Of("small");
        await using var reader = await DatasetReader.OpenAsync(path);
        var row = 0;
        var selection = new DatasetSelection { Features = features, Targets = ["target", "target_alder_60"] };
        await foreach (var era in reader.ReadErasAsync(selection))
        {
            var matrix = era.ToMatrix();
            for (var place = 0; place < era.RowCount; place++, row++)
            {
                Assert.Equal(table.Values<string>("era")[row], era.Era);
                Assert.Equal(table.Values<string>("id")[row], era.Ids[place]);
                Assert.Equal(table.Values<float>("target")[row], era.Values("target")[place]);
                Assert.Equal(table.Values<float>("target_alder_60")[row], era.Values("target_alder_60")[place]);
                var values = matrix.AsSpan(place * features.Count, features.Count).ToArray();
                Assert.Equal(features.Select(name => (float)table.Values<sbyte>(name)[row]), values);
            }
        }

        Assert.Equal(table.RowCount, row);
    }

    public static TheoryData<ParquetCodec, ParquetEncoding, bool> Forms() =>
    [
        .. from codec in Enum.GetValues<ParquetCodec>() from second in new[] { false, true }
           select new TheoryDataRow<ParquetCodec, ParquetEncoding, bool>(codec, ParquetEncoding.Dictionary, second),
        .. from encoding in Enum.GetValues<ParquetEncoding>() from second in new[] { false, true }
           select new TheoryDataRow<ParquetCodec, ParquetEncoding, bool>(ParquetCodec.Zstd, encoding, second),
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Every_type_in_several_row_groups_is_read_to_the_same_values(ParquetCodec codec, ParquetEncoding encoding, bool second)
    {
        var path = _folder.File("ours.parquet");
        var options = new ParquetWriteOptions { Codec = codec, Encoding = encoding, SecondPageVersion = second, RowGroupRows = 1000 };
        ParquetFile.Write(path, SampleTable.Create(2500), options);

        // Parquet.Net gives other values than were written for these two, so they are refused.
        string[] refused =
        [
            .. second && encoding == ParquetEncoding.Dictionary ? ["flag", "flag_missing"] : Array.Empty<string>(),
            .. encoding == ParquetEncoding.DeltaWithPrefixes ? ["id", "era", "word"] : Array.Empty<string>(),
        ];
        await SameValues.AssertAsync(path, refused);
    }

    [Theory]
    [MemberData(nameof(CrossReadTests.Codecs), MemberType = typeof(CrossReadTests))]
    public async Task Every_codec_and_version_of_DuckDB_is_read_to_the_same_values(string codec, string version)
    {
        var path = _folder.File("duck.parquet");
        DuckDbFile.Write(path, codec, version);
        await SameValues.AssertAsync(path);
    }

    [Fact]
    public async Task Bins_that_are_missing_are_missing_in_an_era()
    {
        var path = _folder.File("bins.parquet");
        const string bins = "case when i = 1 then null else i::tinyint end as feature_a";
        const string query = $"select 'n' || i as id, '0001' as era, {bins} from range(3) t(i)";
        DuckDbFile.Write(path, "zstd", "v1", query);
        await using var reader = await DatasetReader.OpenAsync(path);
        await foreach (var era in reader.ReadErasAsync())
        {
            Assert.Equal([0, DatasetEra.MissingBin, 2], era.Bins("feature_a").ToArray());
            Assert.Equal([0, float.NaN, 2], era.Values("feature_a").ToArray());
            Assert.Equal([0, float.NaN, 2], era.ToMatrix());
        }
    }

    [Fact]
    public async Task Three_hundred_damaged_files_of_each_form_are_read_or_refused()
    {
        foreach (var codec in new[] { ParquetCodec.Zstd, ParquetCodec.None })
        {
            var tally = await DamagedFiles.ReadAsync(codec, 300, 17, TimeSpan.FromMinutes(2));
            Assert.Equal(0, tally.GivenUp);
            Assert.InRange(tally.Refused, 100, 299);
        }
    }

    [Theory(Explicit = true)]
    [InlineData(ParquetCodec.Zstd)]
    [InlineData(ParquetCodec.Snappy)]
    [InlineData(ParquetCodec.None)]
    public async Task Four_thousand_damaged_files_are_read_or_refused_or_given_up(ParquetCodec codec)
    {
        var tally = await DamagedFiles.ReadAsync(codec, 4000, 1017, TimeSpan.FromSeconds(5));
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{codec}: {tally}"));
    }
}
