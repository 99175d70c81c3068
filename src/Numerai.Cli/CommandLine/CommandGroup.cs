using System.CommandLine;

namespace Numerai.Cli.CommandLine;

/// <summary>A word that only has commands under it.</summary>
internal sealed class CommandGroup : Command
{
    public CommandGroup(string name, string description, params IEnumerable<Command> commands)
        : base(name, description)
    {
        foreach (var command in commands)
        {
            Subcommands.Add(command);
        }
    }
}
