using System.CommandLine;
using System.Runtime;
using Numerai.Cli.CommandLine;
using Numerai.Simulations.Running;
using Numerai.Simulations.Scenarios;

namespace Numerai.Cli.Simulations;

internal sealed class SimulateCommand : CliCommand
{
    private readonly Argument<string> _scenario = new("SCENARIO") { Description = "A scenario file, or the name of a shipped scenario." };
    private readonly Option<int?> _seed = new("--seed") { Description = "Another seed than the scenario's." };
    private readonly Option<string?> _folder = new("--prices", "--release")
    {
        Description = "Folder of prices or release that the scenario's market is read from.",
        HelpName = "FOLDER",
    };
    private readonly Option<int> _threads = new("--threads")
    {
        Description = "Threads; they change the time, not the result.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    private readonly Option<string?> _out = new("--out")
    {
        Description = "Folder for result and checkpoint; by default simulations/NAME. A run that was interrupted goes on from its "
            + "checkpoint.",
        HelpName = "FOLDER",
    };

    public SimulateCommand()
        : base("simulate", "Play years of a tournament: market, people, rules and attackers, through the tournament's own code.")
    {
        Arguments.Add(_scenario);
        foreach (var option in new Option[] { _seed, _folder, _out, _threads })
        {
            Options.Add(option);
        }

        Command[] others = [
            new SimulateCompareCommand(), new SimulateSweepCommand(), new SimulateReportCommand(), new SimulateListCommand(),
            new SimulateSchemaCommand()];
        Array.ForEach(others, Subcommands.Add);
    }

    protected override async Task<int> RunAsync(CommandContext context)
    {
        var scenario = ScenarioReader.Load(context.Get(_scenario));
        scenario = context.Get(_seed) is { } seed ? scenario with { Seed = seed } : scenario;
        scenario = context.Get(_folder) is { } folder ? scenario with
        {
            Market = scenario.Market with { Folder = Path.GetFullPath(folder) },
        } : scenario;

        // Nobody waits for an answer meanwhile, so collecting garbage beside the work would only cost processor time.
        GCSettings.LatencyMode = GCLatencyMode.Batch;
        var output = Path.GetFullPath(context.Get(_out) ?? Path.Combine("simulations", scenario.Name));
        var (summary, differences) = await ScenarioRunner.RunAsync(scenario, output, context.Get(_threads), Bar, context.Cancellation);
        SummaryView.Print(summary, differences, output);
        return differences.Count > 0 ? ExitCodes.Refused : ExitCodes.Done;
    }

    private static SimulationBar Bar(string name) => new(name, TimeProvider.System);
}
