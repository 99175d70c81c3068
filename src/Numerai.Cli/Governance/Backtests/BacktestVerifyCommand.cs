using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Cli.Simulations;
using Numerai.Client;
using Numerai.Simulations.Backtests;

namespace Numerai.Cli.Governance.Backtests;

/// <summary>Plays the report on the ballot again, from nothing but what it says itself.</summary>
internal sealed class BacktestVerifyCommand : CliCommand
{
    private readonly Argument<int> _number = ProposalArgument.Make();
    private readonly Option<string?> _folder = new("--prices", "--release")
    {
        Description = "Folder of prices or release, when the report's market is read from one.",
        HelpName = "FOLDER",
    };
    private readonly Option<int> _threads = new("--threads")
    {
        Description = "Threads; they change the time, not the result.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    public BacktestVerifyCommand()
        : base("verify", "Play the report on the ballot again; ends with 1 when it does not come to the same bytes.")
    {
        Arguments.Add(_number);
        Options.Add(_folder);
        Options.Add(_threads);
    }

    protected override async Task<int> RunAsync(CommandContext context)
    {
        using var client = context.Connect();
        var proposal = await client.Governance.GetProposalAsync(context.Get(_number), context.Cancellation);
        var bytes = await BallotReport.GetAsync(client, proposal, context.Cancellation);
        var report = BacktestFiles.Read(bytes, $"The report of proposal {proposal.Number}");
        var name = BallotReport.NameOf(report);
        if (!BallotReport.Concerns(report, proposal.Actions))
        {
            throw new NumeraiApiException(
                "backtest_not_matched",
                $"The report ({name}) is about another change than proposal {proposal.Number}: {report.Patch.ToJsonString()} for "
                    + $"tournament {report.Tournament}.");
        }

        var again = await SettingsBacktest.RunAsync(
            SettingsBacktest.PlanOf(report, context.Get(_folder)),
            Math.Max(1, context.Get(_threads)),
            run => new SimulationBar(run, TimeProvider.System),
            context.Cancellation);
        var hash = BacktestFiles.Hash(BacktestFiles.Bytes(again));
        if (hash != proposal.Backtest!.Sha256)
        {
            throw new NumeraiApiException(
                "backtest_differs",
                $"{name}, played again with simulator {SettingsBacktest.Simulator}, comes to other bytes (SHA-256 {hash}, on the ballot "
                    + $"{proposal.Backtest.Sha256}); {Difference(report, again)}");
        }

        context.Output.Say($"Played again, the report comes to the same bytes: {name}, SHA-256 {hash}.");
        return ExitCodes.Done;
    }

    /// <summary>The first thing that a voter would want to know of.</summary>
    private static string Difference(BacktestReport stated, BacktestReport again)
    {
        if (stated.Simulator != again.Simulator)
        {
            return "the simulator is of another version, which may be why.";
        }

        var (before, after) = (stated.Before.Hash == again.Before.Hash, stated.After.Hash == again.After.Hash);
        var odd = stated.Statistics.FirstOrDefault(row => !again.Statistics.Contains(row));
        return odd is not null && again.Statistics.FirstOrDefault(row => row.Name == odd.Name) is { } right
            ? FormattableString.Invariant(
                $"it says {odd.Name} {odd.First} before and {odd.Second} after, but they are {right.First} and {right.Second}.")
            : before && after ? "the results are the same, but not how they are written down."
            : $"the result {(before ? "after" : "before")} the change is another.";
    }
}
