using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Numerai.Storage.Tests.Feeds;

/// <summary>A web server that sends what it is told to and then keeps the connection open, saying nothing more.</summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<string> _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly byte[] _answer;

    public RawServer(string head, int body = 0)
    {
        _answer = [.. Encoding.ASCII.GetBytes(head.Length == 0 ? string.Empty : head + "\r\n\r\n"), .. new byte[body]];
        _listener.Start();
        _ = ServeAsync();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/feed";

    /// <summary>The first request's head, once it was heard.</summary>
    public Task<string> Asked => _asked.Task;

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, leaveOpen: true);
            var head = new StringBuilder();
            while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 } line)
            {
                head.AppendLine(line);
            }

            await stream.WriteAsync(_answer, _stop.Token);
            _asked.SetResult(head.ToString());
            while (await stream.ReadAsync(new byte[1], _stop.Token) > 0)
            {
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // The test, or who asked, has gone.
        }
    }
}
