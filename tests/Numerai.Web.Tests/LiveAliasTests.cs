using System.Net;
using System.Net.Http.Headers;
using Numerai.Client.Datasets;
using Numerai.Contracts;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;
using Numerai.Web.Tests.GraphQl;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests;

/// <summary>live.parquet is the open round's file, whatever was published under that name before.</summary>
public sealed class LiveAliasTests : IAsyncLifetime
{
    private const string Alias = "v5.2/live.parquet";
    private readonly TestServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Before_the_first_round_the_published_file_is_served_as_it_is()
    {
        var published = await PublishAsync(Alias, 1);

        Assert.Equal(published.Sha256, (await DownloadAsync(Alias)).Sha256);
        Assert.Null((await Listed(Alias)).Round);
    }

    [Fact]
    public async Task It_is_the_open_rounds_in_listing_download_and_GraphQL()
    {
        await PublishAsync(Alias, 1);
        await PublishAsync("v5.2/live_example_preds.csv", 1);
        await OpenAsync(1);
        var second = await OpenAsync(2);
        var example = await PublishAsync("v5.2/live_2_example_preds.csv", 2);

        var listed = await Listed(Alias);
        var file = await DownloadAsync(Alias);

        Assert.Equal((second.Sha256, second.Name, "8/2", null), (listed.Sha256, listed.File, listed.Round, listed.Note));
        Assert.Equal((second.Sha256, second.Name, "8/2", null), (file.Sha256, file.File, file.Round, file.Note));
        Assert.Equal(example.Sha256, (await DownloadAsync("v5.2/live_example_preds.csv")).Sha256);
        Assert.EndsWith("/datasets/v5.2/live_2.parquet", await AddressAsync(Alias), StringComparison.Ordinal);
        Assert.EndsWith("/datasets/v5.2/live_1.parquet", await AddressAsync(Alias, 1), StringComparison.Ordinal);
        Assert.EndsWith(
            "/datasets/v5.2/live_2_example_preds.csv", await AddressAsync("v5.2/live_example_preds.csv"), StringComparison.Ordinal);
        Assert.Equal((await DownloadAsync("v5.2/live_1.parquet")).Sha256, (await Listed("v5.2/live_1.parquet")).Sha256);
        var names = await _server.DataAsync("{ listDatasets(tournament: 8) }", null);
        Assert.Contains(Alias, names.At("listDatasets").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public async Task An_alias_is_never_kept_from_one_round_to_the_next()
    {
        await OpenAsync(1);
        using var http = new HttpClient();
        using var first = await http.GetAsync(new Uri(_server.Url, "/datasets/" + Alias));
        Assert.True(first.Headers.CacheControl?.NoCache);
        Assert.Equal("/datasets/v5.2/live_1.parquet", first.Content.Headers.ContentLocation?.OriginalString);
        Assert.Equal(["8/1"], first.Headers.GetValues("Numerai-Round"));
        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync(http, first.Headers.ETag!));

        await OpenAsync(2);

        Assert.Equal(HttpStatusCode.OK, await AgainAsync(http, first.Headers.ETag!));
    }

    [Fact]
    public async Task While_no_round_is_open_it_is_the_newest_ones_and_says_so()
    {
        await OpenAsync(1);
        await _server.Operator.Operator.CloseRoundAsync(8, 1, early: true);

        var file = await DownloadAsync(Alias);

        Assert.Equal(
            ("8/1", "No round is open; this is the file of round 8/1, which takes no more submissions on time."), (file.Round, file.Note));
        Assert.Equal(file.Note, (await Listed(Alias)).Note);
    }

    [Fact]
    public async Task An_earlier_releases_live_file_is_refused_with_where_the_live_data_are()
    {
        await PublishAsync("v5.1/live.parquet", 9);
        await PublishAsync("v5.2/live_benchmark_models.parquet", 9);
        await OpenAsync(1);

        foreach (var name in new[] { "v5.1/live.parquet", "v5.2/live_benchmark_models.parquet" })
        {
            var refused = await Refused.WithAsync("dataset_not_found", HttpStatusCode.NotFound, () => DownloadAsync(name));
            Assert.Contains("'v5.2/live_1.parquet'", refused.Message, StringComparison.Ordinal);
            Assert.DoesNotContain((await _server.Operator.Datasets.ListAsync()).Items, file => file.Name == name);
        }
    }

    private async Task<DatasetFile> OpenAsync(int number)
    {
        var file = await PublishAsync($"v5.2/live_{number}.parquet", number);
        await _server.Operator.Operator.OpenRoundAsync(8, new OpenRoundRequest(file.Name, Number: number));
        return file;
    }

    /// <summary>A file whose content is another for every number.</summary>
    private async Task<DatasetFile> PublishAsync(string name, int number)
    {
        var path = Path.Combine(_server.Folder, TestServer.NewName("source"));
        ParquetFile.Write(path, new Table(
        [
            new TableColumn<string>("id", LiveFiles.Ids),
            new TableColumn<sbyte>("feature_one", [.. LiveFiles.Ids.Select((_, row) => (sbyte)(row * number % 5))]),
        ]));
        return await _server.Operator.Operator.PublishDatasetAsync(name, path);
    }

    private Task<DatasetFile> DownloadAsync(string name) =>
        _server.Operator.Datasets.DownloadDatasetAsync(name, Path.Combine(_server.Folder, TestServer.NewName("download")));

    private async Task<DatasetFile> Listed(string name) =>
        (await _server.Operator.Datasets.ListAsync()).Items.Single(file => file.Name == name);

    private async Task<string> AddressAsync(string filename, int? round = null) => (await _server.DataAsync(
        "query($filename: String! $round: Int) { dataset(filename: $filename round: $round tournament: 8) }",
        new { filename, round })).Text("dataset");

    private async Task<HttpStatusCode> AgainAsync(HttpClient http, EntityTagHeaderValue known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_server.Url, "/datasets/" + Alias));
        request.Headers.IfNoneMatch.Add(known);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
