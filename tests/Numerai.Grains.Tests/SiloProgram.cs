using System.Diagnostics;

namespace Numerai.Grains.Tests;

/// <summary>The program as it is shipped, with the settings it is shipped with, as a process that serves.</summary>
internal static class SiloProgram
{
    /// <summary>Starts it on a data folder and free ports, and with nothing else of the test's own.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="errors">Whether the test reads the error stream.</param>
    /// <param name="postgres">The database of a cluster that it is to be a member of; null for a silo of one.</param>
    public static Process Start(string folder, bool errors = false, string? postgres = null)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = errors };
        var program = Path.Combine(AppContext.BaseDirectory, "numerai.dll");
        string[] arguments = [program, "serve", "--data", folder, "--listen", "http://127.0.0.1:0"];
        Array.ForEach(arguments, start.ArgumentList.Add);
        if (postgres is not null)
        {
            start.Environment["Silo__PostgreSql"] = postgres;
            start.Environment["Silo__Secret"] = new string('a', 64);
            start.Environment["Silo__AdvertisedAddress"] = "127.0.0.1";
            start.Environment["Silo__SiloPort"] = "0";
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
