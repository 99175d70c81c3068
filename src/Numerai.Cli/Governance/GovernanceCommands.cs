using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Cli.Governance.Backtests;

namespace Numerai.Cli.Governance;

/// <summary>The commands under gov.</summary>
internal static class GovernanceCommands
{
    public static Command Make() => new CommandGroup(
        "gov",
        "Holders of NMR propose, vote and change the rules.",
        new GovernanceShowCommand(),
        new ProposalListCommand(),
        new ProposalStepCommand(
            "proposal", "One proposal.", (governance, number, cancellation) => governance.GetProposalAsync(number, cancellation)),
        new ProposeCommand(),
        new VoteCommand(),
        new VotesCommand(),
        new ProposalStepCommand(
            "queue", "Start the time lock of a proposal that succeeded.", (governance, number, cancellation) =>
                governance.QueueAsync(number, cancellation)),
        new ProposalStepCommand(
            "execute", "Carry out a proposal after its time lock.", (governance, number, cancellation) =>
                governance.ExecuteAsync(number, cancellation)),
        new ProposalCancelCommand(),
        new DelegateCommand(),
        new BacktestCommand(),
        new GovernanceVerifyCommand(),
        new UploadsCommand("pause-uploads", paused: true, "Take no more submissions (role pause_uploads)."),
        new UploadsCommand("resume-uploads", paused: false, "Take submissions again (role pause_uploads)."));
}
