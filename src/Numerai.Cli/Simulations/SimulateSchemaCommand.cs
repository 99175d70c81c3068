using Numerai.Cli.CommandLine;
using Numerai.Simulations.Scenarios;

namespace Numerai.Cli.Simulations;

internal sealed class SimulateSchemaCommand : CliCommand
{
    public SimulateSchemaCommand()
        : base("schema", "Print the JSON schema of scenario files.")
    {
    }

    protected override async Task<int> RunAsync(CommandContext context)
    {
        await Console.Out.WriteAsync(ScenarioJson.Schema());
        return ExitCodes.Done;
    }
}
