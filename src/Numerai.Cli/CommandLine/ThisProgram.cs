using System.Diagnostics;

namespace Numerai.Cli.CommandLine;

/// <summary>This program, for starting it again as a process of its own: a demo's server, silos of a cluster, points of a sweep.</summary>
internal static class ThisProgram
{
    /// <summary>
    /// The executable and what comes before a command's own arguments: the program itself, or dotnet and the program's file.
    /// </summary>
    public static IReadOnlyList<string> Command { get; } = Find();

    /// <param name="arguments">A command of this program.</param>
    public static ProcessStartInfo Start(params IEnumerable<string> arguments) => new(Command[0], Command.Skip(1).Concat(arguments));

    private static IReadOnlyList<string> Find()
    {
        var library = Path.Combine(AppContext.BaseDirectory, $"{typeof(ThisProgram).Assembly.GetName().Name}.dll");
        if (!File.Exists(library))
        {
            // A single file, which is the program whole.
            return [Environment.ProcessPath ?? throw new InvalidOperationException("This process does not know its own program.")];
        }

        var dotnet = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
            ? Environment.ProcessPath!
            : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        return [dotnet, library];
    }
}
