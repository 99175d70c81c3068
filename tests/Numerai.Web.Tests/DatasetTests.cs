using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Numerai.Client;
using Numerai.Client.Datasets;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests;

public sealed class DatasetTests(TestServer server) : IClassFixture<TestServer>
{
    private const int Length = 1_000_000;

    [Theory]
    [InlineData("/datasets/")]
    [InlineData("/api/v1/datasets/")]
    public async Task A_file_is_served_whole_and_in_ranges_with_its_hash_and_never_compressed(string root)
    {
        var (name, content) = await PublishAsync();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, br");

        using var whole = await http.GetAsync(new Uri(server.Url, root + name));
        Assert.Equal((HttpStatusCode.OK, (long?)Length), (whole.StatusCode, whole.Content.Headers.ContentLength));
        Assert.Equal($"\"{Convert.ToHexStringLower(SHA256.HashData(content))}\"", whole.Headers.ETag?.Tag);
        Assert.Empty(whole.Content.Headers.ContentEncoding);
        Assert.Equal(content, await whole.Content.ReadAsByteArrayAsync());

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Url, root + name));
        request.Headers.Range = new RangeHeaderValue(Length - 10, null);
        using var rest = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.PartialContent, rest.StatusCode);
        Assert.Equal(content[^10..], await rest.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_download_goes_on_where_it_was_cut_off()
    {
        var (name, content) = await PublishAsync();
        var destination = Path.Combine(server.Folder, TestServer.NewName("download"));
        using var handler = new CuttingHandler(Length / 3);
        using var client = server.Connect(null, handler);
        var progress = new Progress();

        var file = await client.Datasets.DownloadDatasetAsync(name, destination, progress);

        Assert.Equal(content, await File.ReadAllBytesAsync(destination));
        Assert.Equal((name, (long)Length), (file.Name, file.Length));
        Assert.Equal([null, Length / 3, Length / 3 * 2, Length / 3 * 3], handler.From);
        Assert.Equal(Length, progress.Last.Transferred);
        Assert.Empty(Directory.EnumerateFiles(server.Folder, "*.part"));
    }

    [Fact]
    public async Task A_file_that_is_there_already_is_not_downloaded_again()
    {
        var (name, _) = await PublishAsync();
        var destination = Path.Combine(server.Folder, TestServer.NewName("download"));
        await server.Operator.Datasets.DownloadDatasetAsync(name, destination);
        using var handler = new CuttingHandler(int.MaxValue);
        using var client = server.Connect(null, handler);

        await client.Datasets.DownloadDatasetAsync(name, destination);

        Assert.Empty(handler.From);
    }

    [Fact]
    public async Task Content_changed_on_the_way_is_noticed()
    {
        var (name, _) = await PublishAsync();
        var destination = Path.Combine(server.Folder, TestServer.NewName("download"));
        using var client = server.Connect(null, new CuttingHandler(int.MaxValue, damages: true));

        var fault = await Assert.ThrowsAsync<NumeraiApiException>(() => client.Datasets.DownloadDatasetAsync(name, destination));

        Assert.Equal(NumeraiApiException.TransferDamaged, fault.Code);
        Assert.False(File.Exists(destination));
    }

    [Fact]
    public async Task Publishing_the_same_again_is_fine_and_other_content_is_refused()
    {
        var (name, content) = await PublishAsync();
        var path = Path.Combine(server.Folder, TestServer.NewName("again"));
        await File.WriteAllBytesAsync(path, content);
        await server.Operator.Operator.PublishDatasetAsync(name, path);
        await File.WriteAllBytesAsync(path, content[1..]);

        await PlatformState.UnchangedAsync(
            server,
            () =>
                Refused.WithAsync(
                    "dataset_exists", HttpStatusCode.Conflict, () => server.Operator.Operator.PublishDatasetAsync(name, path)));
    }

    [Fact]
    public async Task A_submissions_file_is_its_owners_alone()
    {
        await server.OpenRoundAsync();
        var owner = await server.RegisterAsync("owner");
        var other = await server.RegisterAsync("other");
        var model = await owner.Client.Models.CreateAsync(TestServer.NewName("model"));
        var submission = await owner.SubmitAsync(model.Name, LiveFiles.Predictions());
        var destination = Path.Combine(server.Folder, TestServer.NewName("mine"));

        await owner.Client.Submissions.DownloadAsync(submission.Id, destination);

        Assert.Equal(LiveFiles.Predictions(), await File.ReadAllTextAsync(destination));
        await Refused.WithAsync("submission_not_found", HttpStatusCode.NotFound, () => other.Client.Submissions.GetAsync(submission.Id));
    }

    private async Task<(string Name, byte[] Content)> PublishAsync()
    {
        var content = new byte[Length];
        new Random(7).NextBytes(content);
        var name = "v5.2/" + TestServer.NewName("file") + ".parquet";
        var path = Path.Combine(server.Folder, TestServer.NewName("source"));
        await File.WriteAllBytesAsync(path, content);
        await server.Operator.Operator.PublishDatasetAsync(name, path);
        return (name, content);
    }

    private sealed class Progress : IProgress<TransferProgress>
    {
        public TransferProgress Last { get; private set; }

        public void Report(TransferProgress value) => Last = value;
    }

    /// <summary>Breaks every download off after so many bytes, or changes its first byte.</summary>
    private sealed class CuttingHandler(int bytes, bool damages = false) : DelegatingHandler(new SocketsHttpHandler())
    {
        public List<long?> From { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (request.Method == HttpMethod.Get && response.IsSuccessStatusCode)
            {
                From.Add(request.Headers.Range?.Ranges.Single().From);
                var content = await response.Content.ReadAsByteArrayAsync(cancellationToken);
                content[0] ^= damages ? (byte)1 : (byte)0;
                var cut = new StreamContent(new CutStream(content, bytes));
                cut.Headers.ContentRange = response.Content.Headers.ContentRange;
                response.Content = cut;
            }

            return response;
        }
    }

    private sealed class CutStream(byte[] content, int bytes) : MemoryStream(content[..Math.Min(bytes, content.Length)])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            return read == 0 && content.Length > bytes ? throw new IOException("The connection was lost.") : read;
        }
    }
}
