using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Numerai.Cli.CommandLine;
using Numerai.Cli.Simulations;
using Numerai.Simulations.Results;
using Numerai.Simulations.Scenarios;

namespace Numerai.Cli.Cluster;

internal sealed class ClusterSimulateCommand : CliCommand
{
    private readonly Argument<string> _scenario = new("SCENARIO") { Description = "A scenario file, or the name of a shipped scenario." };
    private readonly Option<int?> _seed = new("--seed") { Description = "Another seed than the scenario's." };
    private readonly Option<string?> _folder = new("--prices", "--release") { Description = "Folder of prices or release that the scenario's market is read from.", HelpName = "FOLDER" };
    private readonly Option<int> _threads = new("--threads") { Description = "Threads that agents train and predict on.", DefaultValueFactory = _ => Environment.ProcessorCount };
    private readonly Option<int> _silos = new("--silos") { Description = "Silos that the actors are spread over, all in one process.", HelpName = "N", DefaultValueFactory = _ => 2 };
    private readonly Option<string?> _out = new("--out") { Description = "Folder for result and checkpoint; by default simulations/NAME.", HelpName = "FOLDER" };

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
        var scenario = ScenarioReader.Load(context.Get(_scenario));
        scenario = context.Get(_seed) is { } seed ? scenario with { Seed = seed } : scenario;
        scenario = context.Get(_folder) is { } market ? scenario with { Market = scenario.Market with { Folder = Path.GetFullPath(market) } } : scenario;
        var output = Path.GetFullPath(context.Get(_out) ?? Path.Combine("simulations", scenario.Name));
        Directory.CreateDirectory(output);
        var file = Path.Combine(output, SweepFolder.ScenarioFile);
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(scenario, ScenarioJson.Options), context.Cancellation);
        if (await PlayAsync(context, file, output) is not ExitCodes.Done and var code)
        {
            return code;
        }

        var summary = SummaryJson.Read(output);
        var differences = ExpectedResult.Compare(scenario.Expected, summary);
        SummaryView.Print(summary, differences, output);
        return differences.Count > 0 ? ExitCodes.Refused : ExitCodes.Done;
    }

    /// <summary>The silo's program plays; what it says goes to this process's own error stream.</summary>
    private async Task<int> PlayAsync(CommandContext context, string file, string output)
    {
        var start = new ProcessStartInfo("dotnet");
        string[] arguments =
        [
            SiloProgram.Find(), "simulate", file, output,
            context.Get(_silos).ToString(CultureInfo.InvariantCulture), context.Get(_threads).ToString(CultureInfo.InvariantCulture),
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        await using var stop = context.Cancellation.Register(() => process.Kill(entireProcessTree: true));
        await process.WaitForExitAsync(CancellationToken.None);
        context.Cancellation.ThrowIfCancellationRequested();
        return process.ExitCode;
    }
}
