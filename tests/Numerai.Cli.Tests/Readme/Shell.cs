using System.Diagnostics;

namespace Numerai.Cli.Tests.Readme;

/// <summary>Runs command lines as a newcomer would, in a folder and a home of their own.</summary>
internal sealed class Shell(string folder, Uri server) : IDisposable
{
    private readonly List<Process> _background = [];

    /// <summary>Runs one line to its end.</summary>
    public async Task<(int ExitCode, string Text)> RunAsync(string command)
    {
        using var process = Start(command);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }

    /// <summary>Starts one line and leaves it running.</summary>
    public void RunInBackground(string command)
    {
        var process = Start("exec " + command);
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _background.Add(process);
    }

    public void Dispose()
    {
        foreach (var process in _background)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
        }
    }

    private Process Start(string command)
    {
        var start = new ProcessStartInfo("bash") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(command);
        start.Environment["HOME"] = folder;
        start.Environment["NUMERAI_API_URL"] = server.ToString().TrimEnd('/');
        start.Environment.Remove("NUMERAI_PUBLIC_ID");
        start.Environment.Remove("NUMERAI_SECRET_KEY");
        start.Environment.Remove("NUMERAI_CONFIG");
        start.Environment.Remove("XDG_CONFIG_HOME");
        return Process.Start(start) ?? throw new InvalidOperationException("bash could not be started.");
    }
}
