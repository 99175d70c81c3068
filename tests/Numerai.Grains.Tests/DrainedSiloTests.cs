using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Numerai.Grains.Tests;

/// <summary>A silo that is asked to stop, as every upgrade does, ends what it has begun.</summary>
public sealed class DrainedSiloTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("numerai-drain-");

    [Fact]
    public async Task A_request_under_way_when_SIGTERM_comes_is_answered_and_the_process_ends_well()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var silo = SiloProgram.Start(_folder.FullName);
        var url = await SiloProgram.ListeningAsync(silo);
        using var http = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) });
        using var body = new SlowBody("""{"username": "late_comer"}""");
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(url, "/api/v1/accounts")) { Content = body };

        // The body begins when the server has asked for it, so the request is under way there and not only here.
        message.Headers.ExpectContinue = true;
        var request = http.SendAsync(message, cancellation);
        await body.Begun;

        Process.Start("kill", ["-TERM", silo.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
        await RefusesConnectionsAsync(url);
        body.Finish();

        using var answer = await request;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await silo.WaitForExitAsync(cancellation);
        Assert.Equal(0, silo.ExitCode);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>A server that drains first stops to listen.</summary>
    private static async Task RefusesConnectionsAsync(Uri url)
    {
        using var http = new HttpClient();
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(url, "/health/live"), TestContext.Current.CancellationToken);
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }

    /// <summary>A body whose end waits to be let go.</summary>
    private sealed class SlowBody : HttpContent
    {
        private readonly byte[] _bytes;
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public SlowBody(string json)
        {
            _bytes = Encoding.UTF8.GetBytes(json);
            Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        public Task Begun => _begun.Task;

        public void Finish() => _end.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(_bytes.AsMemory(0, 5));
            await stream.FlushAsync();
            _begun.SetResult();
            await _end.Task;
            await stream.WriteAsync(_bytes.AsMemory(5));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _bytes.Length;
            return true;
        }
    }
}
