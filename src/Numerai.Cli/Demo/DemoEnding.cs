using System.Globalization;
using Spectre.Console;

namespace Numerai.Cli.Demo;

/// <summary>The last lines of a demonstration.</summary>
internal static class DemoEnding
{
    public static void Print(IAnsiConsole console, DemoOptions options, string hash, TimeSpan elapsed)
    {
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Result {hash} (the same for the same seed and data), {elapsed.TotalSeconds:F0} s."));
        console.WriteLine(
            $"Tables (Parquet and CSV) are in {options.ResultsFolder}, the database and files of the server in {options.ServerFolder}.");
    }

    /// <summary>Leaves the server up where asked to.</summary>
    public static async Task KeepAsync(IAnsiConsole console, DemoOptions options, DemoServer server, CancellationToken cancellation)
    {
        if (options.Keep)
        {
            console.WriteLine(
                $"The server stays up at {server.Url} (pages for people; the API is described at {server.Url}docs); Ctrl-C ends it.");
            await server.WaitForExitAsync(cancellation);
        }
    }
}
