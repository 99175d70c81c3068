using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Data.Panels;
using Numerai.Data.Signals;
using Spectre.Console;

namespace Numerai.Cli.Demo.Daily;

/// <summary>A demonstration of Signals or Crypto from the panel to the books.</summary>
internal static class DailyDemo
{
    private const int SyntheticSecurities = 260;
    private const double SyntheticYears = 5;

    public static async Task<int> RunAsync(
        DemoOptions options, DailyDemoPlan plan, int? scoringDays, IAnsiConsole console, CancellationToken cancellation)
    {
        var started = TimeProvider.System.GetTimestamp();
        var progress = new DemoProgress(console, TimeProvider.System);
        console.WriteLine(options.Prices is { } prices
            ? $"A {plan.Name} tournament of {options.Rounds} daily rounds on the prices in {prices}, seed {options.Seed}."
            : $"A {plan.Name} tournament of {options.Rounds} daily rounds on a synthetic market, seed {options.Seed}.");
        progress.Say($"building universes of {plan.Traded}, neutralizers, weights and targets");
        var panel = Panel(options);
        var release = DailyReleaseBuilder.Build(
            plan.Release with { Rounds = options.Rounds, ScoringDays = scoringDays ?? plan.Release.ScoringDays },
            panel,
            options.ReleaseFolder,
            cancellation);
        await using var server = await DemoServer.StartAsync(
            options.ServerFolder, options.Port, release.Rounds[0].OpensAt.AddDays(-1), cancellation);
        progress.Say($"server up at {server.Url}");
        var outcome = await progress.RunAsync(() => PlayAsync(options, plan, panel, release, server, progress, cancellation));
        DailyDemoSummary.Print(console, outcome);
        await DailyDemoResults.WriteAsync(options.ResultsFolder, outcome);
        DemoEnding.Print(
            console, options, DemoHash.Of(outcome.Scores, outcome.Settlements, outcome.Conservation),
            TimeProvider.System.GetElapsedTime(started));
        await DemoEnding.KeepAsync(console, options, server, cancellation);
        return outcome.Conservation.Holds && outcome.Audit.Clean ? ExitCodes.Done : ExitCodes.Refused;
    }

    private static PricePanel Panel(DemoOptions options) => options.Prices is { } prices
        ? PanelFolder.Load(prices)
        : SyntheticMarket.Create(new SyntheticMarketOptions
        {
            Seed = options.Seed,
            Securities = SyntheticSecurities,
            Years = SyntheticYears,
        });

    private static async Task<DailyDemoOutcome> PlayAsync(
        DemoOptions options,
        DailyDemoPlan plan,
        PricePanel panel,
        DailyRelease release,
        DemoServer server,
        DemoProgress progress,
        CancellationToken cancellation)
    {
        using var theOperator = new NumeraiClient(NumeraiConfiguration.Load(server.Url.ToString(), path: server.OperatorFile));
        using var run = new DailyDemoRun(options, plan, panel, release, theOperator, progress);
        return await run.RunAsync(cancellation);
    }
}
