using System.Diagnostics;
using System.Globalization;
using System.Net;
using Numerai.Cli.CommandLine;

namespace Numerai.Cli.Cluster;

/// <summary>One silo of a cluster on this machine, as a process with a folder.</summary>
internal sealed class SiloProcess(string clusterFolder, int number, int port)
{
    private const string ProcessFile = "process";

    public int Number => number;

    public string Url => $"http://127.0.0.1:{port}";

    public string Folder { get; } = Path.GetFullPath(Path.Combine(clusterFolder, $"silo-{number}"));

    public string Log => Path.Combine(Folder, "log");

    /// <summary>Its process id, or null when it does not run.</summary>
    public int? ProcessId
    {
        get
        {
            var path = Path.Combine(Folder, ProcessFile);
            if (!File.Exists(path) || !int.TryParse(File.ReadAllText(path), CultureInfo.InvariantCulture, out var id))
            {
                return null;
            }

            // The number may belong to another process by now; ours has its folder in its environment and among its arguments.
            var arguments = $"/proc/{id}/cmdline";
            return OperatingSystem.IsLinux()
                ? File.Exists(arguments) && File.ReadAllText(arguments).Contains(Folder, StringComparison.Ordinal) ? id : null
                : Array.Exists(Process.GetProcesses(), process => process.Id == id) ? id : null;
        }
    }

    /// <summary>Starts the process so that it outlives this one; its output goes to its log. Does nothing when it runs.</summary>
    public async Task StartAsync(string secret, string postgres)
    {
        if (ProcessId is not null)
        {
            return;
        }

        Directory.CreateDirectory(Folder);
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardOutput = true, WorkingDirectory = Folder };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("""nohup "$@" >> "$0" 2>&1 < /dev/null & echo $!""");
        start.ArgumentList.Add(Log);
        foreach (var argument in ThisProgram.Command.Concat(["serve", "--data", Folder]))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["Silo__PostgreSql"] = postgres;
        start.Environment["Silo__Secret"] = secret;
        start.Environment["Silo__Url"] = Url;
        start.Environment["Silo__PublicUrl"] = Url;
        start.Environment["Silo__AdvertisedAddress"] = "127.0.0.1";
        start.Environment["Silo__SiloPort"] = "0";
        start.Environment["Silo__RateLimits"] = "false";
        using var shell = Process.Start(start)!;
        var id = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        await File.WriteAllTextAsync(Path.Combine(Folder, ProcessFile), id.Trim());
    }

    /// <summary>Whether it answers and can reach actors and tables.</summary>
    public async Task<bool> IsReadyAsync(HttpClient http, CancellationToken cancellation)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(Url + "/health/ready"), cancellation);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Ends it at once, in the middle of whatever it does. False when it does not run.</summary>
    public bool Kill()
    {
        if (ProcessId is not { } id)
        {
            return false;
        }

        using var process = Process.GetProcessById(id);
        process.Kill();
        process.WaitForExit();
        return true;
    }

    /// <summary>Stops it where it is, holding whatever it holds, until <see cref="ThawAsync"/>. False when it does not run.</summary>
    public Task<bool> FreezeAsync() => SignalAsync("-STOP");

    /// <summary>Lets it go on. It may find that the others have gone on without it, and end.</summary>
    public Task<bool> ThawAsync() => SignalAsync("-CONT");

    /// <summary>Asks it to finish what it does and leave, and waits until it has; after a minute it is killed.</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        if (ProcessId is not { } id)
        {
            return;
        }

        using var process = Process.GetProcessById(id);
        await SignalAsync("-TERM");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            process.Kill();
        }
    }

    private async Task<bool> SignalAsync(string signal)
    {
        if (ProcessId is not { } id)
        {
            return false;
        }

        using var sent = Process.Start("kill", [signal, id.ToString(CultureInfo.InvariantCulture)]);
        await sent.WaitForExitAsync();
        return sent.ExitCode == 0;
    }
}
