using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Simulations.Reports;
using Numerai.Simulations.Results;
using Numerai.Simulations.Scenarios;
using Numerai.Simulations.Sweeps;

namespace Numerai.Cli.Simulations;

internal sealed class SimulateSweepCommand : CliCommand
{
    /// <summary>Points that a cluster of some silos is busy with; more would only wait there.</summary>
    private const int PointsOnCluster = 8;

    private readonly Argument<string> _sweep = new("SWEEP")
    {
        Description = "A sweep file: a scenario and the places in it that take other values.",
    };
    private readonly Option<string?> _out = new("--out")
    {
        Description = "Folder for the points and the report; by default simulations/sweep.",
        HelpName = "FOLDER",
    };
    private readonly Option<string?> _folder = new("--prices", "--release")
    {
        Description = "Folder that the scenario's market is read from; with --cluster, a folder on every silo.",
        HelpName = "FOLDER",
    };
    private readonly Option<int?> _parallel = new("--parallel")
    {
        Description = "Points at a time; by default as many as this machine has processors, with --cluster 8.",
        HelpName = "N",
    };
    private readonly Option<bool> _cluster = new("--cluster")
    {
        Description = "Play the points on the silos of the cluster at --url, with the operator's key, instead of in processes of this "
            + "machine.",
    };

    public SimulateSweepCommand()
        : base(
            "sweep",
            "Play a scenario many times with other settings, in parallel processes or on a cluster; points that are done are not played "
                + "again.")
    {
        Arguments.Add(_sweep);
        foreach (var option in new Option[] { _out, _folder, _parallel, _cluster })
        {
            Options.Add(option);
        }
    }

    protected override async Task<int> RunAsync(CommandContext context)
    {
        var path = Path.GetFullPath(context.Get(_sweep));
        var sweep = Sweep.Load(path);
        var beside = Path.Combine(Path.GetDirectoryName(path)!, sweep.Scenario);
        var scenario = ScenarioReader.Load(File.Exists(beside) ? beside : sweep.Scenario);
        var folder = Path.GetFullPath(context.Get(_out) ?? Path.Combine("simulations", "sweep"));
        var points = SweepDesign.Points(sweep);

        // All of them are checked before the first one runs.
        var scenarios = points.Select(point => SweepScenario.Json(scenario, sweep, point)).ToList();
        using var client = context.Get(_cluster) ? new NumeraiClient(context.ClientOptions()) : null;
        ISweepPlayer player = client is null
            ? new SweepProcesses(context.Get(_folder))
            : new SweepSilos(client, context.Get(_folder), context.Time);
        var progress = new SweepProgress(points.Count, context.Time);
        var played = new SweepPoint[points.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, points.Count),
            new ParallelOptions
            {
                MaxDegreeOfParallelism = Math.Max(
                    1, context.Get(_parallel) ?? (client is null ? Environment.ProcessorCount : PointsOnCluster)),
                CancellationToken = context.Cancellation,
            },
            async (place, cancellation) =>
            {
                var own = Path.Combine(folder, $"point-{place + 1:0000}");
                var summary = await SweepFolder.PlayAsync(
                    player, own, scenarios[place], share => progress.Report(place, share), cancellation);
                played[place] = new SweepPoint(place + 1, points[place], summary.Hash, summary.Statistics);
                progress.Done(Describe(sweep, points[place]));
            });
        var result = new SweepResult(scenario.Name, sweep.Method, [.. sweep.Parameters.Select(parameter => parameter.Path)], played);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "sweep.json"), JsonSerializer.Serialize(result, SummaryJson.Options) + "\n", context.Cancellation);
        await File.WriteAllTextAsync(Path.Combine(folder, "sweep.html"), SweepReport.Write(result, sweep.Statistics), context.Cancellation);
        Console.WriteLine($"{points.Count} points; sweep.json and sweep.html are in {folder}.");
        return ExitCodes.Done;
    }

    private static string Describe(Sweep sweep, double[] point) => string.Join(
        ", ", sweep.Parameters.Select(
            (parameter, place) => string.Create(CultureInfo.InvariantCulture, $"{parameter.Path} {point[place]}")));
}
