using Numerai.Client.Datasets;

namespace Numerai.Client.Tests.Datasets;

public sealed class FeatureSetsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("features-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Sets_and_targets_are_read_by_name()
    {
        var sets = await LoadAsync(
            """{"feature_stats":{},"feature_sets":{"small":["feature_a"],"all":["feature_a","feature_b"]},"targets":["target"]}""");
        Assert.Equal(["feature_a"], sets.Of("small"));
        Assert.Equal(["target"], sets.Targets);
        var refusal = Assert.Throws<DatasetException>(() => sets.Of("tiny"));
        Assert.Equal(DatasetException.FeatureSetNotFound, refusal.Code);
        Assert.Contains("'small', 'all'", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"feature_sets":null}""")]
    [InlineData("""{"feature_sets":{"small":[null]}}""")]
    [InlineData("""{"feature_sets":{"small":[1]}}""")]
    [InlineData("""{"feature_sets":{"small":"feature_a"}}""")]
    [InlineData("""{"feature_sets":{"small":[],"small":[]}}""")]
    public async Task What_is_no_features_json_is_refused(string json) =>
        Assert.Equal(DatasetException.FeaturesInvalid, (await Assert.ThrowsAsync<DatasetException>(() => LoadAsync(json))).Code);

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var refusal = await Assert.ThrowsAsync<DatasetException>(() => FeatureSets.LoadAsync("absent.json"));
        Assert.Equal(DatasetException.Unreadable, refusal.Code);
        Assert.Contains("'absent.json'", refusal.Message, StringComparison.Ordinal);
    }

    private async Task<FeatureSets> LoadAsync(string json)
    {
        var path = Path.Combine(_folder, "features.json");
        await File.WriteAllTextAsync(path, json);
        return await FeatureSets.LoadAsync(path);
    }
}
