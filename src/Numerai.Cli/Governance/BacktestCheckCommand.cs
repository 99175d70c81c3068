using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Governance;

/// <summary>Whether a report that somebody made again is the one on the ballot.</summary>
internal sealed class BacktestCheckCommand : CliCommand
{
    private readonly Argument<int> _number = ProposalArgument.Make();
    private readonly Argument<string> _file = new("file") { Description = "Your own run of the same simulation." };

    public BacktestCheckCommand()
        : base("backtest", "Compare a report with the one on the ballot; ends with 1 when they differ.")
    {
        Arguments.Add(_number);
        Arguments.Add(_file);
    }

    protected override async Task<int> RunAsync(CommandContext context)
    {
        using var client = context.Connect();
        var proposal = await client.Governance.GetProposalAsync(context.Get(_number), context.Cancellation);
        if (proposal.Backtest is not { } backtest)
        {
            throw new NumeraiApiException("invalid_request", $"Proposal {proposal.Number} has no backtest.");
        }

        var hash = Metadata.HashFile(context.Get(_file));
        var same = hash == backtest.Sha256;
        context.Output.Say(same ? $"The same bytes: SHA-256 {hash}." : $"Other bytes: SHA-256 {hash}, on the ballot {backtest.Sha256}.");
        return same ? ExitCodes.Done : ExitCodes.Refused;
    }
}
