using System.CommandLine;
using System.Globalization;
using Numerai.Cli.CommandLine;
using Numerai.Cli.Simulations;
using Numerai.Silo.Simulations;
using Numerai.Simulations.Results;
using Numerai.Simulations.Running;
using Numerai.Simulations.Scenarios;

namespace Numerai.Cli.Cluster;

internal sealed class ClusterSimulateCommand : CliCommand
{
    private const int MostSilos = 8;

    private readonly Argument<string> _scenario = new("SCENARIO") { Description = "A scenario file, or the name of a shipped scenario." };
    private readonly Option<int?> _seed = new("--seed") { Description = "Another seed than the scenario's." };
    private readonly Option<string?> _folder = new("--prices", "--release")
    {
        Description = "Folder of prices or release that the scenario's market is read from.",
        HelpName = "FOLDER",
    };
    private readonly Option<int> _threads = new("--threads")
    {
        Description = "Threads that agents train and predict on.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };
    private readonly Option<int> _silos = new("--silos")
    {
        Description = "Silos that the actors are spread over, all in one process.",
        HelpName = "N",
        DefaultValueFactory = _ => 2,
    };
    private readonly Option<string?> _out = new("--out")
    {
        Description = "Folder for result and checkpoint; by default simulations/NAME.",
        HelpName = "FOLDER",
    };

    public ClusterSimulateCommand()
        : base("simulate", "Play a scenario with its actors as grains of silos; the result is the same as that of `simulate`, to the byte.")
    {
        Arguments.Add(_scenario);
        foreach (var option in new Option[] { _seed, _folder, _out, _threads, _silos })
        {
            Options.Add(option);
        }
    }

    protected override async Task<int> RunAsync(CommandContext context)
    {
        if (context.Get(_silos) is < 1 or > MostSilos || context.Get(_threads) < 1)
        {
            await Console.Error.WriteLineAsync($"usage: --silos lies between 1 and {MostSilos}, --threads is at least 1.");
            return ExitCodes.Usage;
        }

        var scenario = ScenarioReader.Load(context.Get(_scenario));
        scenario = context.Get(_seed) is { } seed ? scenario with { Seed = seed } : scenario;
        scenario = context.Get(_folder) is { } market ? scenario with
        {
            Market = scenario.Market with { Folder = Path.GetFullPath(market) },
        } : scenario;
        var output = Path.GetFullPath(context.Get(_out) ?? Path.Combine("simulations", scenario.Name));
        await ScenarioRunner.RunAsync(
            scenario,
            output,
            context.Get(_threads),
            name => new Lines(name),
            context.Cancellation,
            new SiloActorHosts(context.Get(_silos)));
        var summary = SummaryJson.Read(output);
        var differences = ExpectedResult.Compare(scenario.Expected, summary);
        SummaryView.Print(summary, differences, output);
        return differences.Count > 0 ? ExitCodes.Refused : ExitCodes.Done;
    }

    /// <summary>A line a twentieth of the way.</summary>
    private sealed class Lines(string name) : IProgress<SimulationProgress>
    {
        private const double Step = 0.05;
        private double _next = Step;

        public void Report(SimulationProgress value)
        {
            if (value.Share >= _next)
            {
                _next += Step;
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {value.Share,4:P0}, round {value.Round}"));
            }
        }
    }
}
