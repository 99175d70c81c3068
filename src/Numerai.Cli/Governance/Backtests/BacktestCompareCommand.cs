using System.CommandLine;
using Numerai.Cli.CommandLine;

namespace Numerai.Cli.Governance.Backtests;

/// <summary>Whether a report that somebody made again is the one on the ballot.</summary>
internal sealed class BacktestCompareCommand : CliCommand
{
    private readonly Argument<int> _number = ProposalArgument.Make();
    private readonly Argument<string> _file = new("file") { Description = "Your own run of the same backtest: its folder, or the file." };

    public BacktestCompareCommand()
        : base("compare", "Compare a report of your own with the one on the ballot; ends with 1 when they differ.")
    {
        Arguments.Add(_number);
        Arguments.Add(_file);
    }

    protected override async Task<int> RunAsync(CommandContext context)
    {
        using var client = context.Connect();
        var backtest = await BallotReport.NamedAsync(client, context.Get(_number), context.Cancellation);
        var hash = Metadata.HashFile(BallotReport.FileOf(context.Get(_file)));
        var same = hash == backtest.Sha256;
        context.Output.Say(same ? $"The same bytes: SHA-256 {hash}." : $"Other bytes: SHA-256 {hash}, on the ballot {backtest.Sha256}.");
        return same ? ExitCodes.Done : ExitCodes.Refused;
    }
}
