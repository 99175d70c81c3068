using Numerai.Data.Obfuscation;
using Numerai.Data.Releases;

namespace Numerai.Data.Tests.Releases;

public sealed class ReleaseRefusalTests : IDisposable
{
    private static readonly ObfuscationKey Key = ObfuscationKey.ForDemonstration(1);
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_same_key_and_panel_give_the_same_bytes_and_another_key_gives_others()
    {
        var first = Build("first", Key);
        var second = Build("second", ObfuscationKey.ForDemonstration(1));
        var other = Build("other", ObfuscationKey.ForDemonstration(2));
        var files = Directory.GetFiles(first.Folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(first.Folder, f))
            .ToList();
        Assert.All(files, f => Assert.Equal(ReleaseManifest.Hash(Path.Combine(first.Folder, f)),
            ReleaseManifest.Hash(Path.Combine(second.Folder, f))));
        Assert.NotEqual(ReleaseManifest.Hash(Path.Combine(first.PublicFolder, "train.parquet")),
            ReleaseManifest.Hash(Path.Combine(other.PublicFolder, "train.parquet")));
    }

    [Fact]
    public void An_existing_folder_is_never_overwritten()
    {
        Directory.CreateDirectory(_folder.File("taken"));
        Assert.Equal("release_exists", Assert.Throws<DataFormatException>(() => Build("taken", Key)).Code);
    }

    [Fact]
    public void A_failing_benchmark_leaves_nothing_behind()
    {
        Assert.ThrowsAny<Exception>(() => ReleaseBuilder.Build(BuiltRelease.Options(new FailingBenchmark()), SmallMarket.Panel, Key,
            _folder.File("broken")));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_cancelled_build_leaves_nothing_behind()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => ReleaseBuilder.Build(
            BuiltRelease.Options(new MomentumBenchmark("m")), SmallMarket.Panel, Key, _folder.File("cancelled"), null, source.Token));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Too_many_rounds_for_the_panel_are_refused()
    {
        var options = BuiltRelease.Options(new MomentumBenchmark("m")) with { Rounds = 90 };
        var error = Assert.Throws<DataFormatException>(() => ReleaseBuilder.Build(options, SmallMarket.Panel, Key, _folder.File("short")));
        Assert.Equal("panel_too_short", error.Code);
    }

    [Theory]
    [InlineData("../v5", 6, 0.5)]
    [InlineData("", 6, 0.5)]
    [InlineData("v5.2", 0, 0.5)]
    [InlineData("v5.2", 6, 1.5)]
    public void Wrong_options_are_refused_by_name(string version, int rounds, double share)
    {
        var options = BuiltRelease.Options(new MomentumBenchmark("m")) with { Version = version, Rounds = rounds, TrainShare = share };
        Assert.Equal("release_options", Assert.Throws<DataFormatException>(() => ReleaseBuilder.Build(options, SmallMarket.Panel, Key,
            _folder.File("x"))).Code);
    }

    [Fact]
    public void A_folder_that_is_no_release_does_not_open()
    {
        Assert.Equal("release_damaged", Assert.Throws<DataFormatException>(() => Release.Open(_folder.Path)).Code);
    }

    public void Dispose() => _folder.Dispose();

    private Release Build(string name, ObfuscationKey key) =>
        ReleaseBuilder.Build(BuiltRelease.Options(new MomentumBenchmark("m")), SmallMarket.Panel, key, _folder.File(name));

    private sealed class FailingBenchmark : IBenchmarkModel
    {
        public string Name => "failing";

        public IBenchmarkPredictor Train(Numerai.Data.Features.FeatureBlock features, ReadOnlySpan<float> target, ReadOnlySpan<int> era) =>
            throw new InvalidOperationException("cannot learn");
    }
}
