using Numerai.Client;

namespace Numerai.Cli.CommandLine;

/// <summary>A command that talks to a server.</summary>
internal abstract class ApiCommand(string name, string description) : CliCommand(name, description)
{
    protected abstract Task RunAsync(NumeraiClient client, CommandContext context);

    protected sealed override async Task<int> RunAsync(CommandContext context)
    {
        using var client = context.Connect();
        await RunAsync(client, context);
        return ExitCodes.Done;
    }
}
