using System.Diagnostics;

namespace Numerai.Grains.Tests;

/// <summary>The silo's program as it is shipped, with the settings it is shipped with, as a process.</summary>
internal static class SiloProgram
{
    /// <summary>Starts it on a data folder and free ports, and with nothing else of the test's own.</summary>
    public static Process Start(string folder, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        var program = Path.Combine(AppContext.BaseDirectory, "numerai-silo.dll");
        string[] own = [program, "--data-folder", folder, "--url", "http://127.0.0.1:0", "--silo-port", "0"];
        foreach (var argument in own.Concat(more))
        {
            start.ArgumentList.Add(argument);
        }

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
