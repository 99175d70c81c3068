using Numerai.Data.Keys;
using Numerai.Data.Obfuscation;
using Numerai.Data.Panels;
using Numerai.Data.Parquet;
using Numerai.Data.Releases;
using Numerai.Data.Releases.Appending;

namespace Numerai.Data.Tests.Releases;

public sealed class ReleaseAppenderTests : IClassFixture<EarlierRelease>, IDisposable
{
    private readonly EarlierRelease _earlier;
    private readonly TemporaryFolder _folder = new();
    private readonly Release _release;

    public ReleaseAppenderTests(EarlierRelease earlier)
    {
        _earlier = earlier;
        _release = earlier.CopyTo(_folder.File("release"));
    }

    [Fact]
    public void Published_files_stay_as_they_are_and_the_chain_of_signed_manifests_verifies()
    {
        var before = Hashes(_release.Folder);
        var first = Append(3);
        var between = Hashes(_release.PublicFolder);
        var second = Append(null);
        Assert.Equal((2, 1), (first.Last - first.First + 1, second.Last - second.First + 1));
        Assert.Equal(first.Last + 1, second.First);
        Assert.All(before.Where(file => !Replaced(file.Key)), file => Assert.Equal(file.Value, Hashes(_release.Folder)[file.Key]));
        Assert.All(between, file => Assert.Equal(file.Value, Hashes(_release.PublicFolder)[file.Key]));
        Assert.Empty(ReleaseVerifier.Verify(_release.PublicFolder, _earlier.Signing.Public));
        Assert.Empty(ReleaseVerifier.Verify(_release.OperatorFolder));
        Assert.Equal([first.Path, second.Path], AppendedEras.In(_release.PublicFolder).Select(eras => eras.Path));
    }

    [Fact]
    public void Appended_eras_are_what_a_whole_release_of_that_week_would_have_said()
    {
        var appended = Append(4);
        var whole = ReleaseBuilder.Build(
            _earlier.Options() with { Rounds = BuiltRelease.Options().Rounds - 3 },
            EarlierRelease.Panel,
            EarlierRelease.Key,
            _folder.File("whole"));
        var expected = ParquetFile.Read(Path.Combine(whole.PublicFolder, "validation.parquet"));
        var eras = expected.Values<string>("era");
        var rows = Enumerable.Range(0, expected.RowCount).Where(i => int.Parse(eras[i]) >= appended.First).ToArray();
        var said = ParquetFile.Read(Path.Combine(appended.Path, "validation.parquet"));
        Assert.Equal(expected.Take(rows).Values<string>("id"), said.Values<string>("id"));
        Assert.Equal(expected.Take(rows).Values<string>("data_type"), said.Values<string>("data_type"));
        Assert.All(expected.Columns.Where(c => c.Name.StartsWith("feature_", StringComparison.Ordinal)), c =>
            Assert.Equal(expected.Take(rows).Values<sbyte>(c.Name), said.Values<sbyte>(c.Name)));
        Assert.Equal(expected.Take(rows).Values<float>("target"), said.Values<float>("target"));
        Assert.Equal(
            File.ReadAllBytes(Path.Combine(whole.PublicFolder, "live.parquet")),
            File.ReadAllBytes(Path.Combine(appended.Path, "live.parquet")));
    }

    [Fact]
    public void Targets_that_became_known_since_complete_the_history()
    {
        var appended = Append(4);
        var was = ParquetFile.Read(Path.Combine(_release.PublicFolder, "validation.parquet"));
        var unknown = was.Values<string>("id").Where((_, i) => was.Values<string>("data_type")[i] == "test").ToHashSet();
        var now = ParquetFile.Read(Path.Combine(appended.Path, "targets.parquet"));
        var known = now.Values<string>("id").Where((_, i) => !float.IsNaN(now.Values<float>("target")[i])).ToHashSet();
        Assert.Equal(3, unknown.Intersect(known).Count() / (unknown.Count / 4.0), 0.2);
    }

    [Fact]
    public void A_longer_panel_brings_new_rounds_and_the_targets_known_by_then()
    {
        var rounds = _release.Rounds.Count;
        Append(rounds + 2);
        Assert.Equal(rounds + 2, Release.Open(_release.Folder).Rounds.Count);
        var known = Directory.GetFiles(Path.Combine(_release.RoundFolder(rounds + 2), "targets")).Length;
        Assert.InRange(known, 5, 19);
        Append(rounds + 4, SmallMarket.Panel);
        Assert.Equal(20, Directory.GetFiles(Path.Combine(_release.RoundFolder(rounds + 2), "targets")).Length);
        Assert.Empty(ReleaseVerifier.Verify(_release.OperatorFolder));
    }

    [Fact]
    public void A_resolved_rounds_meta_model_is_published_with_its_era()
    {
        var ids = ParquetFile.Read(Path.Combine(_release.RoundFolder(1), "live.parquet")).Values<string>("id");
        Directory.CreateDirectory(_folder.File("meta"));
        File.WriteAllText(_folder.File("meta/1.json"),
            $$"""{"round":"8/1","ids":["{{string.Join("\",\"", ids)}}"],"values":[{{string.Join(',', ids.Select((_, i) => i - 10))}}]}""");
        var appended = ReleaseAppender.Append(_release.Folder, EarlierRelease.Panel, EarlierRelease.Key,
            new AppendOptions { Release = _earlier.Options(), Round = 3, MetaModels = _folder.File("meta") });
        var table = ParquetFile.Read(Path.Combine(appended.Path, "meta_model.parquet"));
        Assert.Equal(["round", "benchmark_models"], table.Values<string>("source").Distinct());
        Assert.Equal(
            Enumerable.Range(0, ids.Length).Select(i => (i + 0.5) / ids.Length),
            table.Values<double>("numerai_meta_model").Take(ids.Length));
    }

    [Theory]
    [InlineData(1, "release_nothing_to_append")]
    [InlineData(400, "panel_too_short")]
    public void A_round_out_of_reach_is_refused_and_changes_nothing(int round, string code)
    {
        var before = Hashes(_release.Folder);
        Assert.Equal(code, Assert.Throws<DataFormatException>(() => Append(round)).Code);
        Assert.Equal(before, Hashes(_release.Folder));
    }

    [Fact]
    public void Another_key_or_a_revised_past_is_refused_until_the_operator_accepts_it()
    {
        var options = new AppendOptions { Release = _earlier.Options(), Round = 3 };
        var revised = SmallMarket.WithAnotherFuture(EarlierRelease.Panel.Dates.Count - 120);
        var error = Assert.Throws<DataFormatException>(() => ReleaseAppender.Append(_release.Folder, revised, EarlierRelease.Key, options));
        Assert.Equal("release_history_changed", error.Code);
        error = Assert.Throws<DataFormatException>(() =>
            ReleaseAppender.Append(_release.Folder, EarlierRelease.Panel, ObfuscationKey.ForDemonstration(2), options));
        Assert.Equal("release_history_changed", error.Code);
        Assert.Empty(AppendedEras.In(_release.PublicFolder));
    }

    [Fact]
    public void An_append_cut_off_before_its_last_step_shows_nothing_and_is_simply_run_again()
    {
        var appended = Append(9, SmallMarket.Panel);
        var whole = Hashes(appended.Path);
        Directory.Delete(appended.Path, recursive: true);
        Directory.CreateDirectory(Path.Combine(_release.Folder, ".appending", "public"));
        File.WriteAllText(Path.Combine(_release.Folder, ".appending", "public", "half"), "");
        Assert.Empty(ReleaseVerifier.Verify(_release.PublicFolder, _earlier.Signing.Public));
        var again = Append(9, SmallMarket.Panel);
        Assert.All(whole.Where(file => file.Key != "manifest.sig"), file => Assert.Equal(file.Value, Hashes(again.Path)[file.Key]));
        Assert.False(Directory.Exists(Path.Combine(_release.Folder, ".appending")));
    }

    [Theory]
    [InlineData("manifest.json", "chain_broken")]
    [InlineData("manifest.sig", "signature_missing")]
    [InlineData("another key", "signature_wrong")]
    public void A_forged_manifest_is_named(string what, string code)
    {
        var appended = Append(3);
        using var stranger = SigningKey.Generate();
        if (what == "manifest.json")
        {
            File.AppendAllText(Path.Combine(_release.PublicFolder, what), "\n");
        }
        else if (what == "manifest.sig")
        {
            File.Delete(Path.Combine(appended.Path, what));
        }

        var key = what == "another key" ? stranger.Public : _earlier.Signing.Public;
        Assert.Contains(code, ReleaseVerifier.Verify(_release.PublicFolder, key).Select(problem => problem.Code));
    }

    public void Dispose() => _folder.Dispose();

    private static bool Replaced(string file) => file is "operator/calendar.json" or "operator/manifest.json";

    private static Dictionary<string, string> Hashes(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), ReleaseManifest.Hash);

    private AppendedEras Append(int? round, PricePanel? panel = null) =>
        ReleaseAppender.Append(
            _release.Folder,
            panel ?? EarlierRelease.Panel,
            EarlierRelease.Key,
            new AppendOptions { Release = _earlier.Options(), Round = round });
}
