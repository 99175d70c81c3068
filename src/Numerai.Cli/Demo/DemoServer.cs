using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Demo;

/// <summary>The server as a process of its own, started as an operator would start it, on a virtual clock.</summary>
internal sealed class DemoServer : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly StreamWriter _log;

    private DemoServer(Process process, Uri url, StreamWriter log, string operatorFile)
    {
        _process = process;
        _log = log;
        Url = url;
        OperatorFile = operatorFile;
    }

    public Uri Url { get; }

    /// <summary>The key file that the server makes for its operator.</summary>
    public string OperatorFile { get; }

    public int ProcessId => _process.Id;

    /// <summary>Starts `numerai serve` and waits until it is ready.</summary>
    public static async Task<DemoServer> StartAsync(string folder, int port, DateTimeOffset clock, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var url = new Uri($"http://127.0.0.1:{(port == 0 ? FreePort() : port)}");
        var log = new StreamWriter(Path.Combine(folder, "server.log"), append: true) { AutoFlush = true };
        var start = ThisProgram.Start(
            "serve", "--data", folder, "--listen", url.ToString().TrimEnd('/'), "--no-rate-limits",
            "--virtual-clock", clock.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        var process = Process.Start(start) ?? throw new InvalidOperationException("The server process could not be started.");
        process.OutputDataReceived += (_, line) => Write(log, line.Data);
        process.ErrorDataReceived += (_, line) => Write(log, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new DemoServer(process, url, log, Path.Combine(folder, "operator.json"));
        await server.WaitUntilReadyAsync(folder, cancellation);
        return server;
    }

    /// <summary>Waits until the server is ended from outside.</summary>
    public Task WaitForExitAsync(CancellationToken cancellation) => _process.WaitForExitAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        await _log.DisposeAsync();
    }

    private async Task WaitUntilReadyAsync(string folder, CancellationToken cancellation)
    {
        using var client = new NumeraiClient(new NumeraiClientOptions { Url = Url, Retries = 0 });
        var started = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await client.IsReadyAsync(cancellation))
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(started) > _patience)
            {
                throw new NumeraiApiException("server_not_started", $"The server did not come up; its log {Path.Combine(folder, "server.log")} tells why.");
            }

            await timer.WaitForNextTickAsync(cancellation);
        }
    }

    private static void Write(StreamWriter log, string? line)
    {
        if (line is not null)
        {
            lock (log)
            {
                log.WriteLine(line);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
