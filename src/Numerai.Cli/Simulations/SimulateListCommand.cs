using Numerai.Cli.CommandLine;
using Numerai.Simulations.Scenarios;

namespace Numerai.Cli.Simulations;

internal sealed class SimulateListCommand : CliCommand
{
    private static readonly TableView<Scenario> _view = new TableView<Scenario>("No scenario is shipped.")
        .Text("scenario", scenario => scenario.Name)
        .Number("rounds", scenario => Format.Number(scenario.Rounds))
        .Text("asks", scenario => scenario.Description);

    public SimulateListCommand()
        : base("list", "List the scenarios that are shipped.")
    {
    }

    protected override Task<int> RunAsync(CommandContext context)
    {
        context.Output.WriteTable([.. ScenarioReader.Shipped.Select(ScenarioReader.Load)], _view);
        return Task.FromResult(ExitCodes.Done);
    }
}
