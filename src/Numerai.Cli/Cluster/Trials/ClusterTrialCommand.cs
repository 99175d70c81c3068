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
    private readonly TrialOptions _options = new();

    public ClusterTrialCommand()
        : base("trial", "Run rounds while silos are killed, and compare all numbers with an undisturbed single machine.")
    {
        foreach (var option in _options.All)
        {
            Options.Add(option);
        }
    }

    protected override async Task<int> RunAsync(CommandContext context)
    {
        var plan = _options.PlanOf(context);
        var given = context.Get(_options.Folder);
        var folder = Directory.CreateDirectory(given ?? Path.Combine(Path.GetTempPath(), $"numerai-trial-{Guid.NewGuid():N}")).FullName;
        try
        {
            var disturbed = await RunClusterAsync(plan, context.Get(_options.Silos), Path.Combine(folder, "cluster"), context);
            var complete = TrialReport.Check(disturbed, plan, context.Output);
            if (context.Get(_options.NoCompare))
            {
                return complete ? ExitCodes.Done : ExitCodes.Refused;
            }

            var undisturbed = await RunSingleAsync(plan, Path.Combine(folder, "single"), context);
            return TrialReport.Compare(undisturbed, disturbed, context.Output) && complete ? ExitCodes.Done : ExitCodes.Refused;
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
            TrialReport.Disturbances(silos, killer, servers, plan, run, context.Output);
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
        context.Output.Say($"Single machine, undisturbed: {TrialReport.Times(run)}.");
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

    private static NumeraiCredentials KeyIn(string folder)
    {
        var kept = NumeraiConfiguration.Read(Path.Combine(folder, OperatorKey.FileName));
        return kept is { PublicId: { } id, SecretKey: { } secret }
            ? new NumeraiCredentials(id, secret)
            : throw new FileNotFoundException($"There is no operator's key in {folder}.");
    }
}
