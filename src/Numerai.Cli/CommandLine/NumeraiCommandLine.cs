using System.CommandLine;
using Numerai.Web.Faults;

namespace Numerai.Cli.CommandLine;

/// <summary>The `numerai` command: parses, runs one command, ends with its exit code.</summary>
internal static class NumeraiCommandLine
{
    /// <summary>A server that is asked to stop may finish what it is doing for this long.</summary>
    private static readonly TimeSpan _stopTimeout = TimeSpan.FromSeconds(45);

    /// <summary>Of this process. A command that keeps a folder of its own has reports go there.</summary>
    public static LastResort LastResort { get; } = new("numerai", Console.Error, TimeProvider.System);

    public static Task<int> RunAsync(string[] args)
    {
        LastResort.Watch();
        return LastResort.RunAsync(() => RunAsync(args, CommandCatalog.Make(), LastResort));
    }

    /// <summary>Throws what none of the commands expects.</summary>
    internal static async Task<int> RunAsync(string[] args, IEnumerable<Command> commands, LastResort lastResort)
    {
        var root = new RootCommand("Run or take part in a prediction tournament.");
        foreach (var option in GlobalOptions.All)
        {
            root.Options.Add(option);
        }

        foreach (var command in commands)
        {
            root.Subcommands.Add(command);
        }

        var parse = root.Parse(args);
        var path = string.Join(' ', Path(parse.CommandResult.Command));
        if (parse.Errors.Count > 0)
        {
            foreach (var error in parse.Errors)
            {
                await Console.Error.WriteLineAsync($"usage: {error.Message}");
            }

            await Console.Error.WriteLineAsync($"usage: `{path} --help` shows how it is used.");
            return ExitCodes.Usage;
        }

        lastResort.Doing = path;
        return await parse.InvokeAsync(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = _stopTimeout,
        });
    }

    private static Stack<string> Path(Command command)
    {
        var names = new Stack<string>();
        for (Symbol? symbol = command; symbol is Command step; symbol = step.Parents.OfType<Command>().FirstOrDefault())
        {
            names.Push(step is RootCommand ? "numerai" : step.Name);
        }

        return names;
    }
}
