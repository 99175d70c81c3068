using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Numerai.Behaviour;

/// <summary>A feed that begins to send a file and then says nothing more, for as long as anybody waits.</summary>
public sealed class StallingFeed : IDisposable
{
    private static readonly byte[] _beginning = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n{");
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly SemaphoreSlim _asked = new(0);

    public StallingFeed()
    {
        _listener.Start();
        _ = ListenAsync();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/feed";

    /// <summary>Until it was asked once more and has sent the beginning.</summary>
    public Task AskedAsync(CancellationToken cancellation) => _asked.WaitAsync(cancellation);

    public void Dispose()
    {
        _listener.Dispose();
        _asked.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                _ = StallAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task StallAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var piece = new byte[4096];
                await stream.ReadAtLeastAsync(piece, 1);
                await stream.WriteAsync(_beginning);
                _asked.Release();
                while (await stream.ReadAsync(piece) > 0)
                {
                }
            }
            catch (Exception gone) when (gone is IOException or ObjectDisposedException)
            {
                // Who asked has hung up.
            }
        }
    }
}
