using System.Text;
using Numerai.Client;
using Numerai.Contracts;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.Hostile;

/// <summary>Files that hold next to nothing, or what is no text, wherever files are read: each is refused in words.</summary>
public sealed class HostileFileTests(TestServer server) : IClassFixture<TestServer>
{
    private static readonly byte[] _mark = [0xEF, 0xBB, 0xBF];

    private static readonly Dictionary<string, byte[]> _files = new()
    {
        ["only a mark"] = _mark,
        ["a mark and a line end"] = [.. _mark, (byte)'\n'],
        ["half a mark"] = [0xEF, 0xBB],
        ["the mark of UTF-16"] = [0xFF, 0xFE],
        ["UTF-16"] = Encoding.Unicode.GetBytes("id,prediction\nn00000000,0.5\n"),
        ["one byte"] = [0x00],
        ["a line end"] = "\n"u8.ToArray(),
        ["a return"] = "\r"u8.ToArray(),
        ["a comma"] = ","u8.ToArray(),
        ["a quote"] = "\""u8.ToArray(),
        ["a header without a line end"] = "id,prediction"u8.ToArray(),
        ["a target's header without a line end"] = "id,target"u8.ToArray(),
        ["a marked header without a line end"] = [.. _mark, .. "id,prediction"u8],
        ["a row without a line end"] = "id,prediction\nn00000000,0.5"u8.ToArray(),
        ["an open quote"] = "id,prediction\n\"n00000000,0.5"u8.ToArray(),
        ["a header that is no text"] = [0xFF, 0xFE, 0xFD, (byte)',', 0x80, (byte)'\n'],
        ["ids that are no text"] = [.. "id,prediction\n"u8, 0xFF, 0xC0, .. ",0.5\n"u8],
        ["ids with NUL"] = "id,prediction\n\0,0.5\n"u8.ToArray(),
        ["targets with NUL"] = "id,target\n\0,0.5\n"u8.ToArray(),
        ["targets that are no text"] = [.. "id,target\n"u8, 0xFF, 0xC0, .. ",0.5\n"u8],
        ["two header fields of one name"] = "id,id,prediction\nn00000000,n00000000,0.5\n"u8.ToArray(),
        ["the start of Parquet"] = "PAR1"u8.ToArray(),
        ["Parquet around nothing"] = "PAR1PAR1"u8.ToArray(),
        ["Parquet with a length beyond"] = [.. "PAR1"u8, 0xFF, 0xFF, 0xFF, 0x7F, .. "PAR1"u8],
        ["the start of gzip"] = [0x1F, 0x8B],
        ["the start of zip"] = [0x50, 0x4B, 3, 4],
        ["JSON"] = "{}"u8.ToArray(),
    };

    public static TheoryData<string> Names => [.. _files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task As_predictions(string name)
    {
        await server.OpenRoundAsync();
        var participant = await server.RegisterAsync("hostile");
        var model = (await participant.Client.Models.CreateAsync(TestServer.NewName("model"))).Name;
        foreach (var filename in new[] { "predictions.csv", "predictions.parquet", "predictions.csv.gz", "predictions.zip", "predictions" })
        {
            await RefusedAsync(name + " in " + filename, () => participant.SubmitAsync(model, _files[name], filename));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task As_targets(string name)
    {
        var round = await server.OpenRoundAsync();
        var operators = server.Operator.Operator;
        await operators.CloseRoundAsync(8, round.Number, early: true);
        await RefusedAsync(name, () => operators.PublishTargetAsync(8, round.Number, 1, _files[name]));
        await operators.CancelRoundAsync(8, round.Number, "a test");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task As_live_files_universes_and_maps_of_ids(string name)
    {
        foreach (var extension in new[] { ".csv", ".parquet" })
        {
            var published = "v5.2/" + TestServer.NewName("hostile") + extension;
            var path = Path.Combine(server.Folder, TestServer.NewName("file"));
            await File.WriteAllBytesAsync(path, _files[name], TestContext.Current.CancellationToken);
            await server.Operator.Operator.PublishDatasetAsync(published, path);
            await RefusedAsync(name, () => server.Operator.Operator.OpenRoundAsync(8, new OpenRoundRequest(published)));
            await RefusedAsync(
                name,
                () =>
                    server.Operator.Universes.PublishAsync(
                        11, new DateOnly(2026, 1, 6), new PublishUniverseRequest(published, published, published)));
            await RefusedAsync(
                name,
                () =>
                    server.Operator.Operator.OpenRoundAsync(
                        8,
                        new OpenRoundRequest(
                            published, published, Encoding.Latin1.GetString(_files[name]).Replace("\0", " ", StringComparison.Ordinal))));
        }
    }

    [Fact]
    public async Task As_predictions_to_diagnose()
    {
        var validation = Path.Combine(server.Folder, TestServer.NewName("validation"));
        ParquetFile.Write(validation, new Table(
        [
            new TableColumn<string>("id", LiveFiles.Ids),
            new TableColumn<string>("era", [.. LiveFiles.Ids.Select((_, row) => row < LiveFiles.Rows / 2 ? "0001" : "0002")]),
            new TableColumn<float>("target", [.. LiveFiles.Ids.Select((_, row) => row % 5 * 0.25f)]),
            new TableColumn<sbyte>("feature_one", [.. LiveFiles.Ids.Select((_, row) => (sbyte)(row % 3))]),
        ]));
        await server.Operator.Operator.PublishDatasetAsync("v7.0/validation.parquet", validation);
        var features = Path.Combine(server.Folder, TestServer.NewName("features"));
        await File.WriteAllTextAsync(
            features, """{"feature_stats":{},"feature_sets":{"medium":["feature_one"]},"targets":["target"]}""",
            TestContext.Current.CancellationToken);
        await server.Operator.Operator.PublishDatasetAsync("v7.0/features.json", features);
        var participant = await server.RegisterAsync("diagnosed");
        foreach (var (name, content) in _files)
        {
            var path = Path.Combine(server.Folder, TestServer.NewName("hostile") + ".csv");
            await File.WriteAllBytesAsync(path, content, TestContext.Current.CancellationToken);
            await RefusedAsync(name, () => participant.Client.Diagnostics.RunAsync(path, "v7.0"));
        }
    }

    private static async Task RefusedAsync(string what, Func<Task> call)
    {
        var refusal = await Assert.ThrowsAsync<NumeraiApiException>(call);
        Assert.True(
            refusal.Code != "internal_error" && (refusal.Status is null || (int)refusal.Status < 500),
            $"{what}: {refusal.Status} {refusal.Code} {refusal.Message}");
        Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
    }
}
