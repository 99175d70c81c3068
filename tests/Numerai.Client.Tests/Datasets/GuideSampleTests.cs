using System.Runtime.CompilerServices;
using Numerai.Client.Datasets;

namespace Numerai.Client.Tests.Datasets;

/// <summary>The sample of docs/sdk.md is the code between the marks here, and runs.</summary>
public sealed class GuideSampleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sample-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_sample_learns_era_by_era_predicts_and_submits()
    {
        using var live = new MemoryStream();
        await SampleDataset.Live().WriteAsync(live);
        using var server = new TinyServer(new Dictionary<string, byte[]>
        {
            ["v5.2/features.json"] = """
                {"feature_sets":{"small":["feature_able_river","feature_calm_hill"]},"targets":["target"]}
                """u8.ToArray(),
            ["v5.2/train.parquet"] = await SampleDataset.BytesAsync(),
            ["v5.2/live.parquet"] = live.ToArray(),
        });
        using var client = new NumeraiClient(new NumeraiClientOptions { Credentials = new NumeraiCredentials("id", "secret") }, server);
        await SampleAsync(client, _folder);
        await using var sent = await DatasetReader.OpenAsync(new MemoryStream(server.Uploaded!), "upload");
        Assert.Equal(SampleDataset.Ids[..60], await sent.ReadTextAsync(0, "id"));
        var ranks = await sent.ReadDoublesAsync(0, "prediction");
        Assert.Equal(Enumerable.Range(0, 60).Select(place => (place + 0.5) / 60), ranks.Order());

        // The target is the first feature, so the sample has learned its order.
        Assert.All(Enumerable.Range(0, 60).Where(row => row % 5 == 4), row => Assert.True(ranks[row] > ranks[row - 4]));

        // What is there already is not downloaded again.
        await SampleAsync(client, _folder);
        Assert.Equal(3, server.Downloaded.Count);
    }

    [Fact]
    public void The_guide_shows_the_sample_that_is_run()
    {
        var guide = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Here())!, "../../../docs/sdk.md"));
        var lines = File.ReadAllLines(Here());
        var sample = lines.SkipWhile(line => line.Trim() != "// The sample:").Skip(1)
            .TakeWhile(line => line.Trim() != "// End of the sample.");
        var code = string.Join('\n', sample.Select(line => line.Length > 8 ? line[8..] : line)).TrimEnd();
        Assert.Contains("```csharp\n" + code + "\n```", guide, StringComparison.Ordinal);
    }

    private static async Task SampleAsync(NumeraiClient client, string folder)
    {
        // The sample:
        var data = client.Datasets;
        var sets = await data.GetFeatureSetsAsync("v5.2/features.json", Path.Combine(folder, "features.json"));
        var selection = new DatasetSelection { Features = sets.Of("small"), Targets = ["target"] };
        var weights = new double[selection.Features.Count];
        await using (var train = await data.OpenDatasetAsync("v5.2/train.parquet", Path.Combine(folder, "train.parquet")))
        {
            await foreach (var era in train.ReadErasAsync(selection))
            {
                var target = era.Values("target");
                for (var feature = 0; feature < weights.Length; feature++)
                {
                    var bins = era.Bins(era.Features[feature]);
                    for (var row = 0; row < era.RowCount; row++)
                    {
                        weights[feature] += float.IsNaN(target[row]) ? 0 : (bins[row] - 2) * (target[row] - 0.5);
                    }
                }
            }
        }

        await using var live = await data.OpenDatasetAsync("v5.2/live.parquet", Path.Combine(folder, "live.parquet"));
        await foreach (var era in live.ReadErasAsync(selection with { Targets = [] }))
        {
            var score = new double[era.RowCount];
            for (var feature = 0; feature < weights.Length; feature++)
            {
                var values = era.Values(era.Features[feature]);
                for (var row = 0; row < score.Length; row++)
                {
                    score[row] += weights[feature] * values[row];
                }
            }

            var order = Enumerable.Range(0, score.Length).OrderBy(row => score[row]).ToArray();
            var ranks = new double[score.Length];
            for (var place = 0; place < order.Length; place++)
            {
                ranks[order[place]] = (place + 0.5) / order.Length;
            }

            await client.Submissions.UploadPredictionsAsync("my_first_model", era.Ids, ranks);
        }

        // End of the sample.
    }

    private static string Here([CallerFilePath] string source = "") => source;
}
