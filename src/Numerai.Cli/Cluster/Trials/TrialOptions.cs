using System.CommandLine;
using Numerai.Cli.CommandLine;

namespace Numerai.Cli.Cluster.Trials;

/// <summary>What can be asked of a trial on the command line.</summary>
internal sealed class TrialOptions
{
    private readonly Option<int> _models = Number("--models", "Models that submit to every round.", 1000);
    private readonly Option<int> _rounds = Number("--rounds", "Rounds, one after the other.", 10);
    private readonly Option<int> _rows = Number("--rows", "Live ids a round.", 200);
    private readonly Option<int> _days = Number("--days", "Scoring days a round.", 2);
    private readonly Option<int> _shardSize = Number("--shard-size", "Models a scoring shard.", 64);
    private readonly Option<int> _kills = Number("--kills", "Silos to kill, each started again.", 30);
    private readonly Option<double> _every = Seconds("--kill-every", "Seconds between a silo's start and the next kill.", 3);
    private readonly Option<int> _freezes = Number("--freezes", "Silos to freeze (as kill -STOP does), before any is killed.", 0);
    private readonly Option<double> _freezeFor = Seconds("--freeze-for", "Seconds that a silo stays frozen.", 60);
    private readonly Option<double> _stop = Seconds("--database-stop", "Seconds that PostgreSQL is stopped in the middle.", 0);
    private readonly Option<int> _seed = Number("--seed", "Of all numbers.", 1);

    public Option<int> Silos { get; } = Number("--silos", "Silos of the cluster.", 3);

    public Option<bool> NoCompare { get; } = new("--no-compare") { Description = "Leave out the run on a single machine." };

    public Option<string?> Folder { get; } = new("--folder") { Description = "Keep everything in this new folder.", HelpName = "FOLDER" };

    public IEnumerable<Option> All =>
    [
        Silos, _models, _rounds, _rows, _days, _shardSize, _kills, _every, _freezes, _freezeFor, _stop, _seed, NoCompare, Folder,
    ];

    public TrialPlan PlanOf(CommandContext context) => new(
        context.Get(_models),
        context.Get(_rounds),
        context.Get(_rows),
        context.Get(_days),
        context.Get(_shardSize),
        context.Get(_kills),
        TimeSpan.FromSeconds(context.Get(_every)),
        context.Get(_freezes),
        TimeSpan.FromSeconds(context.Get(_freezeFor)),
        TimeSpan.FromSeconds(context.Get(_stop)),
        context.Get(_seed));

    private static Option<int> Number(string name, string description, int value) =>
        new(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => value };

    private static Option<double> Seconds(string name, string description, double value) =>
        new(name) { Description = description, DefaultValueFactory = _ => value };
}
