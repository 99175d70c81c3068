using Numerai.Cli.CommandLine;

namespace Numerai.Cli.Governance;

/// <summary>Recomputes the chain of executions from its first record.</summary>
internal sealed class GovernanceVerifyCommand() : CliCommand(
    "verify", "Recompute the chain of all executed actions; ends with 1 when it is broken.")
{
    protected override async Task<int> RunAsync(CommandContext context)
    {
        using var client = context.Connect();
        var chain = await ExecutionChain.CheckAsync(client, context.Cancellation);
        context.Output.Say(chain.Sentence);
        return chain.Holds ? ExitCodes.Done : ExitCodes.Refused;
    }
}
