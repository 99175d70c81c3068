using System.Diagnostics;
using System.Globalization;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Demo;

/// <summary>The server as a process of its own, started as an operator would start it, on a virtual clock.</summary>
internal sealed class DemoServer : IAsyncDisposable
{
    private const string Listening = "Listening on ";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly StreamWriter _log;
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private DemoServer(Process process, StreamWriter log, string operatorFile)
    {
        _process = process;
        _log = log;
        OperatorFile = operatorFile;
    }

    /// <summary>Where it said that it listens.</summary>
    public Uri Url => _listening.Task.Result;

    /// <summary>The key file that the server makes for its operator.</summary>
    public string OperatorFile { get; }

    public int ProcessId => _process.Id;

    /// <summary>Starts `numerai serve` and waits until it is ready.</summary>
    public static async Task<DemoServer> StartAsync(string folder, int port, DateTimeOffset clock, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var log = new StreamWriter(LogIn(folder), append: true) { AutoFlush = true };
        var listen = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        var start = ThisProgram.Start(
            "serve", "--data", folder, "--listen", listen, "--no-rate-limits",
            "--virtual-clock", clock.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        var process = Process.Start(start) ?? throw new InvalidOperationException("The server process could not be started.");
        var server = new DemoServer(process, log, Path.Combine(folder, "operator.json"));
        process.OutputDataReceived += (_, line) => server.Read(line.Data);
        process.ErrorDataReceived += (_, line) => server.Write(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
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
        }

        // Until its last line is in the log, too.
        await _process.WaitForExitAsync();

        _process.Dispose();
        await _log.DisposeAsync();
    }

    /// <summary>It says where it listens when it is ready, whatever port it took; one that ends before that says why in its log.</summary>
    private async Task WaitUntilReadyAsync(string folder, CancellationToken cancellation)
    {
        try
        {
            await _listening.Task.WaitAsync(_patience, cancellation);
        }
        catch (Exception fault) when (fault is TimeoutException or EndOfStreamException)
        {
            await DisposeAsync();
            throw new NumeraiApiException("server_not_started", $"The server did not come up; its log {LogIn(folder)} tells why.");
        }
    }

    private static string LogIn(string folder) => Path.Combine(folder, "server.log");

    private void Read(string? line)
    {
        if (line is null)
        {
            _listening.TrySetException(new EndOfStreamException());
        }
        else if (line.StartsWith(Listening, StringComparison.Ordinal))
        {
            _listening.TrySetResult(new Uri(line[Listening.Length..].Split(' ')[0]));
        }

        Write(line);
    }

    private void Write(string? line)
    {
        if (line is not null)
        {
            lock (_log)
            {
                _log.WriteLine(line);
            }
        }
    }
}
