using System.Net;
using System.Text;
using System.Text.Json;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.BadInput;

/// <summary>What can be wrong on the way of a file, whatever is in it.</summary>
public sealed class BadUploadsTests(TestServer server) : IClassFixture<TestServer>, IDisposable
{
    private const long Gigabyte = 1L << 30;

    private readonly HttpClient _http = new();

    [Fact]
    public async Task A_gigabyte_is_refused_by_its_length_before_it_is_sent()
    {
        var (participant, model) = await UploaderAsync();
        using var body = new EndlessContent(Gigabyte, tellsLength: true);

        await PlatformState.UnchangedAsync(
            server, async () =>
                await RefusedPutAsync(await UrlAsync(participant, model), body, "upload_too_large", HttpStatusCode.RequestEntityTooLarge),
                participant);

        Assert.True(body.Sent < Gigabyte / 100, $"{body.Sent} bytes were sent.");
    }

    [Fact]
    public async Task A_file_that_hides_its_length_is_refused_when_the_limit_is_passed()
    {
        var settings = await server.Operator.Operator.GetSettingsAsync(12);
        await server.Operator.Operator.ChangeSettingsAsync(
            settings with { Version = settings.Version + 1, Submission = settings.Submission with { MaximumBytes = 1 << 20 } });
        var (participant, model) = await UploaderAsync(12);

        // 64 times the limit. A client hears the answer only while the server still reads what it sends, which it does for five seconds: a
        // gigabyte takes longer on a busy machine.
        using var body = new EndlessContent(64L << 20, tellsLength: false);

        await PlatformState.UnchangedAsync(
            server, async () =>
                await RefusedPutAsync(await UrlAsync(participant, model), body, "upload_too_large", HttpStatusCode.RequestEntityTooLarge),
                participant);

        Assert.DoesNotContain(
            Directory.EnumerateFiles(Path.Combine(server.Folder, "uploads"), "*", SearchOption.AllDirectories),
            path => new FileInfo(path).Length > 1 << 19);
    }

    [Fact]
    public async Task An_upload_address_takes_one_file()
    {
        var (participant, model) = await UploaderAsync();
        var url = await UrlAsync(participant, model);
        using var first = await _http.PutAsync(url, new StringContent(LiveFiles.Predictions()));
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);

        await PlatformState.UnchangedAsync(
            server, () => RefusedPutAsync(url, new StringContent("other"), "upload_used", HttpStatusCode.Conflict), participant);
    }

    [Fact]
    public async Task An_upload_address_expires()
    {
        var (participant, model) = await UploaderAsync();
        var target = await participant.Client.Submissions.BeginUploadAsync(model, "predictions.csv");
        await server.Operator.Operator.AdvanceClockAsync(target.Expires);

        await PlatformState.UnchangedAsync(
            server, () => RefusedPutAsync(target.Url, new StringContent("late"), "upload_expired", HttpStatusCode.Gone), participant);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("cHJlZGljdGlvbnM.99999999999.AAAA")]
    public async Task An_upload_address_that_was_not_signed_here_is_unknown(string token) =>
        await RefusedPutAsync(
            new Uri(server.Url, "/uploads/" + token), new StringContent("x"), "upload_not_found", HttpStatusCode.NotFound);

    [Fact]
    public async Task A_signed_address_with_another_expiry_is_unknown()
    {
        var (participant, model) = await UploaderAsync();
        var parts = (await UrlAsync(participant, model)).AbsoluteUri.Split('.');
        parts[^2] += "0";

        await RefusedPutAsync(new Uri(string.Join('.', parts)), new StringContent("x"), "upload_not_found", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_form_around_the_file_is_the_wrong_content_type()
    {
        var (participant, model) = await UploaderAsync();
        using var form = new MultipartFormDataContent { { new StringContent(LiveFiles.Predictions()), "file", "predictions.csv" } };

        await RefusedPutAsync(await UrlAsync(participant, model), form, "unsupported_media_type", HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task A_submission_without_its_file_is_refused()
    {
        var (participant, model) = await UploaderAsync();
        var target = await participant.Client.Submissions.BeginUploadAsync(model, "predictions.csv");

        await PlatformState.UnchangedAsync(
            server,
            () =>
                Refused.WithAsync(
                    "upload_missing", HttpStatusCode.Conflict, () => participant.Client.Submissions.CreateAsync(model, target.Filename)),
            participant);
        await Refused.WithAsync(
            "upload_not_found", HttpStatusCode.NotFound, () => participant.Client.Submissions.CreateAsync(model, "never-begun.csv"));
    }

    [Fact]
    public async Task Without_any_round_there_is_nothing_to_submit_on()
    {
        var (participant, model) = await UploaderAsync(11);

        await Refused.WithAsync("round_not_open", HttpStatusCode.Conflict, () => participant.SubmitAsync(model, LiveFiles.Predictions()));
    }

    public void Dispose() => _http.Dispose();

    private async Task<(TestParticipant Participant, string Model)> UploaderAsync(int tournament = 8)
    {
        var participant = await server.RegisterAsync("sender");
        return (participant, (await participant.Client.Models.CreateAsync(TestServer.NewName("model"), tournament)).Id.ToString());
    }

    private static async Task<Uri> UrlAsync(TestParticipant participant, string model) =>
        (await participant.Client.Submissions.BeginUploadAsync(model, "predictions.csv")).Url;

    private async Task RefusedPutAsync(Uri url, HttpContent content, string code, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, url) { Content = content };
        request.Headers.ExpectContinue = true;
        using var response = await _http.SendAsync(request);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal((code, status), (problem.GetProperty("code").GetString(), response.StatusCode));
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>Rows of a CSV file that are made up while they are sent.</summary>
    private sealed class EndlessContent(long length, bool tellsLength) : HttpContent
    {
        private static readonly byte[] _block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("n0000000000000000,0.5\n", 3000)));

        public long Sent { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            while (Sent < length)
            {
                await stream.WriteAsync(_block.AsMemory(0, (int)Math.Min(_block.Length, length - Sent)));
                Sent += _block.Length;
            }
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return tellsLength;
        }
    }
}
