using System.CommandLine;
using System.Globalization;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Silo.Hosting;
using Numerai.Web.Hosting;

namespace Numerai.Cli.Cluster.Trials;

/// <summary>
/// Runs rounds on a cluster while its silos are killed, runs the same rounds on a single machine undisturbed, and compares every score,
/// payout and balance.
/// </summary>
internal sealed class ClusterTrialCommand : CliCommand
{
    private readonly Option<int> _silos = Number("--silos", "Silos of the cluster.", 3);
    private readonly Option<int> _models = Number("--models", "Models that submit to every round.", 1000);
    private readonly Option<int> _rounds = Number("--rounds", "Rounds, one after the other.", 10);
    private readonly Option<int> _rows = Number("--rows", "Live ids a round.", 200);
    private readonly Option<int> _days = Number("--days", "Scoring days a round.", 2);
    private readonly Option<int> _shardSize = Number("--shard-size", "Models a scoring shard.", 64);
    private readonly Option<int> _kills = Number("--kills", "Silos to kill, each started again.", 30);
    private readonly Option<double> _every = new("--kill-every") { Description = "Seconds between a silo's start and the next kill.", DefaultValueFactory = _ => 3 };
    private readonly Option<int> _freezes = Number("--freezes", "Silos to freeze (as kill -STOP does), before any is killed.", 0);
    private readonly Option<double> _freezeFor = new("--freeze-for") { Description = "Seconds that a silo stays frozen.", DefaultValueFactory = _ => 60 };
    private readonly Option<double> _stop = new("--database-stop") { Description = "Seconds that PostgreSQL is stopped in the middle.", DefaultValueFactory = _ => 0 };
    private readonly Option<int> _seed = Number("--seed", "Of all numbers.", 1);
    private readonly Option<bool> _noCompare = new("--no-compare") { Description = "Leave out the run on a single machine." };

    private readonly Option<string?> _folder = new("--folder") { Description = "Keep everything in this new folder.", HelpName = "FOLDER" };

    public ClusterTrialCommand()
        : base("trial", "Run rounds while silos are killed, and compare all numbers with an undisturbed single machine.")
    {
        foreach (var option in new Option[] { _silos, _models, _rounds, _rows, _days, _shardSize, _kills, _every, _freezes, _freezeFor, _stop, _seed, _noCompare, _folder })
        {
            Options.Add(option);
        }
    }

    protected override async Task<int> RunAsync(CommandContext context)
    {
        var plan = new TrialPlan(
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
        var given = context.Get(_folder);
        var folder = Directory.CreateDirectory(given ?? Path.Combine(Path.GetTempPath(), $"numerai-trial-{Guid.NewGuid():N}")).FullName;
        try
        {
            var disturbed = await RunClusterAsync(plan, context.Get(_silos), Path.Combine(folder, "cluster"), context);
            var complete = Check(disturbed, plan, context);
            if (context.Get(_noCompare))
            {
                return complete ? ExitCodes.Done : ExitCodes.Refused;
            }

            var undisturbed = await RunSingleAsync(plan, Path.Combine(folder, "single"), context);
            return Compare(undisturbed, disturbed, context) && complete ? ExitCodes.Done : ExitCodes.Refused;
        }
        finally
        {
            if (given is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static async Task<TrialBooks> RunClusterAsync(TrialPlan plan, int silos, string folder, CommandContext context)
    {
        var cluster = LocalCluster.Make(folder, silos, context.Time);
        try
        {
            await cluster.UpAsync(context.Cancellation);
            Uri[] urls = [.. cluster.Silos.Select(silo => new Uri(silo.Url))];
            var servers = new TrialServers(urls, context.Time);
            var key = KeyIn(cluster.Silos[0].Folder);
            using var run = new TrialRun(plan, servers, key);
            using var spread = new ShardSpread(urls, key);
            await run.PrepareAsync(context.Cancellation);
            using var over = CancellationTokenSource.CreateLinkedTokenSource(context.Cancellation);
            var killer = new SiloKiller(cluster, plan, context.Time);
            var killing = killer.RunAsync(over.Token);
            await RunRoundsAsync(run, plan, folder, context, async round => context.Output.Say(
                $"Round {round}: scoring shards by silo: {await spread.OfAsync(DefaultTournament.Number, round, context.Cancellation)}."));
            await over.CancelAsync();
            await killing;
            context.Output.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"Cluster of {silos}: {killer.Kills} silos killed, {killer.Freezes} frozen, {(killer.DatabaseStopped ? $"PostgreSQL stopped for {plan.DatabaseStop.TotalSeconds} s, " : string.Empty)}"
                + $"{servers.Repeats} calls repeated, the longest answered after {servers.LongestCall.TotalSeconds:0.0} s; {Times(run)}."));
            return await SettledAsync(run, plan, context);
        }
        finally
        {
            await cluster.DownAsync(CancellationToken.None);
        }
    }

    private static async Task<TrialBooks> RunSingleAsync(TrialPlan plan, string folder, CommandContext context)
    {
        await using var server = await SiloHost.StartAsync(
            new SiloSettings { DataFolder = folder, Url = "http://127.0.0.1:0", SiloPort = 0, RateLimits = false }, context.Cancellation);
        var key = new NumeraiCredentials(server.OperatorKey.PublicId, server.OperatorKey.SecretKey);
        using var run = new TrialRun(plan, new TrialServers([server.Url], context.Time), key);
        await run.PrepareAsync(context.Cancellation);
        await RunRoundsAsync(run, plan, folder, context, _ => Task.CompletedTask);
        context.Output.Say($"Single machine, undisturbed: {Times(run)}.");
        return await SettledAsync(run, plan, context);
    }

    private static async Task RunRoundsAsync(TrialRun run, TrialPlan plan, string folder, CommandContext context, Func<int, Task> after)
    {
        for (var round = 1; round <= plan.Rounds; round++)
        {
            await run.RunRoundAsync(round, folder, context.Cancellation);
            await after(round);
        }
    }

    /// <summary>Events of an actor whose silo died are published when a ticker finds them; the tables may lag until then.</summary>
    private static async Task<TrialBooks> SettledAsync(TrialRun run, TrialPlan plan, CommandContext context)
    {
        for (var attempt = 1; ; attempt++)
        {
            var books = await TrialBooks.ReadAsync(run, plan, context.Cancellation);
            if (books.Conservation.Holds || attempt == 30)
            {
                return books;
            }

            await Task.Delay(TimeSpan.FromSeconds(2), context.Time, context.Cancellation);
        }
    }

    private static bool Check(TrialBooks books, TrialPlan plan, CommandContext context)
    {
        var expected = plan.Models * plan.Rounds;
        var right = books.Payouts == expected && books.Conservation.Holds;
        context.Output.Say($"{books.Scores} scores, {books.Payouts} payouts of {expected} submissions, conservation {(books.Conservation.Holds ? "exact" : "BROKEN")}.");
        return right;
    }

    private static bool Compare(TrialBooks undisturbed, TrialBooks disturbed, CommandContext context)
    {
        var same = undisturbed.Lines.SequenceEqual(disturbed.Lines, StringComparer.Ordinal);
        context.Output.Say(same
            ? $"The same to the bit: {disturbed.Lines.Count} numbers, hash {disturbed.Hash}."
            : $"DIFFERENT: {undisturbed.Lines.Except(disturbed.Lines).Count()} of {undisturbed.Lines.Count} lines, such as '{undisturbed.Lines.Except(disturbed.Lines).FirstOrDefault()}'.");
        return same;
    }

    private static NumeraiCredentials KeyIn(string folder)
    {
        var kept = NumeraiConfiguration.Read(Path.Combine(folder, OperatorKey.FileName));
        return kept is { PublicId: { } id, SecretKey: { } secret }
            ? new NumeraiCredentials(id, secret)
            : throw new FileNotFoundException($"There is no operator's key in {folder}.");
    }

    private static string Times(TrialRun run) => string.Join(
        ", ", run.Times.Select(step => string.Create(CultureInfo.InvariantCulture, $"{step.Key} {step.Value.TotalSeconds:0.0} s")));

    private static Option<int> Number(string name, string description, int value) =>
        new(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => value };
}
