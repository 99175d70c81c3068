using System.Diagnostics;

namespace Numerai.Grains.Tests;

/// <summary>The program as it is shipped, with the settings it is shipped with, as a process that serves.</summary>
internal static class SiloProgram
{
    /// <summary>Starts it on a data folder and free ports, and with nothing else of the test's own.</summary>
    public static Process Start(string folder, bool errors = false)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = errors };
        var program = Path.Combine(AppContext.BaseDirectory, "numerai.dll");
        string[] arguments = [program, "serve", "--data", folder, "--listen", "http://127.0.0.1:0"];
        Array.ForEach(arguments, start.ArgumentList.Add);
        return Process.Start(start)!;
    }

    /// <summary>Where it listens, once it does.</summary>
    public static async Task<Uri> ListeningAsync(Process silo)
    {
        const string Sentence = "Listening on ";
        while (await silo.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith(Sentence, StringComparison.Ordinal))
            {
                return new Uri(line[Sentence.Length..].Split(' ')[0]);
            }
        }

        throw new InvalidOperationException("The silo ended before it listened.");
    }
}
