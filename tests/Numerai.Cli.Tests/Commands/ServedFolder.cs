using System.Text;
using System.Text.RegularExpressions;
using CliWrap.EventStream;
using Numerai.Cli.Tests.Processes;

namespace Numerai.Cli.Tests.Commands;

/// <summary>A server that was started with `numerai serve`.</summary>
public sealed partial class ServedFolder : IAsyncLifetime
{
    private TaskCompletionSource<string> _url = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task<int> _running = Task.FromResult(0);
    private int _processId;
    private string _listening = string.Empty;

    public string Folder { get; } = Directory.CreateTempSubdirectory("numerai-cli-").FullName;

    /// <summary>Configuration of the operator.</summary>
    public string Operator => Path.Combine(Folder, "data", "operator.json");

    public string Url { get; private set; } = string.Empty;

    public List<string> Lines { get; } = [];

    public async ValueTask InitializeAsync()
    {
        _running = RunAsync();
        var first = await Task.WhenAny(_url.Task, _running);
        Assert.True(first == _url.Task, "The server ended before it listened: " + string.Join(' ', Lines));
        Url = await _url.Task;
    }

    /// <summary>Starts a server that was stopped again, on the same folder.</summary>
    public async Task StartAgainAsync()
    {
        Lines.Clear();
        _url = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await InitializeAsync();
    }

    /// <summary>Asks the server to stop, as a service manager does, and waits until it has; its exit code.</summary>
    public async Task<int> StopAsync()
    {
        if (!_running.IsCompleted)
        {
            // Not the interrupt of a terminal: a shell that started the tests in the background has switched that off for all it starts.
            Signals.Send(_processId, Signals.Terminate);
        }

        return await _running;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task<int> RunAsync()
    {
        var command = CliRun.Command(
            null, "serve", "--data", Path.Combine(Folder, "data"), "--listen", "http://127.0.0.1:0", "--virtual-clock",
            "2026-01-06T12:00:00Z");
        var exitCode = -1;
        await foreach (var step in command.ListenAsync(Encoding.UTF8))
        {
            switch (step)
            {
                case StartedCommandEvent started:
                    _processId = started.ProcessId;
                    break;
                case StandardOutputCommandEvent line:
                    Read(line.Text);
                    break;
                case StandardErrorCommandEvent line:
                    Lines.Add(line.Text);
                    break;
                case ExitedCommandEvent exited:
                    exitCode = exited.ExitCode;
                    break;
            }
        }

        return exitCode;
    }

    private void Read(string line)
    {
        Lines.Add(line);
        if (ListeningLine().Match(line) is { Success: true } match)
        {
            _listening = match.Groups[1].Value;
        }
        else if (line.StartsWith("Operator's key", StringComparison.Ordinal))
        {
            _url.TrySetResult(_listening);
        }
    }

    [GeneratedRegex(@"^Listening on (http://\S+)")]
    private static partial Regex ListeningLine();
}
