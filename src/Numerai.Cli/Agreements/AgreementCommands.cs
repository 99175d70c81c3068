using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Contracts;

namespace Numerai.Cli.Agreements;

/// <summary>The commands under agreement, escrow and feed.</summary>
internal static class AgreementCommands
{
    public static Command Agreement() => new CommandGroup(
        "agreement",
        "Griefing agreements: a stake that another account may reward, release or punish.",
        new AgreementListCommand(),
        new AgreementShowCommand(),
        new AgreementCreateCommand(),
        new AgreementActCommand("deposit", AgreementAction.Deposit, "Add to your stake (staker)."),
        new AgreementActCommand("reward", AgreementAction.Reward, "Add to the stake from your wallet (counterparty)."),
        new AgreementActCommand("release", AgreementAction.Release, "Give stake back to the staker (counterparty)."),
        new AgreementActCommand("punish", AgreementAction.Punish, "Burn stake, at a cost to you (counterparty)."),
        new AgreementActCommand("countdown", AgreementAction.StartCountdown, "Start the countdown (staker)."),
        new AgreementActCommand("retrieve", AgreementAction.Retrieve, "Take what is left after the countdown (staker)."));

    public static Command Escrow() => new CommandGroup(
        "escrow",
        "Sales: the seller's stake and the buyer's payment are held until the delivery.",
        new EscrowShowCommand(),
        new EscrowCreateCommand(),
        new EscrowActCommand("stake", EscrowAction.DepositStake, "Deposit the agreed stake (seller)."),
        new EscrowActCommand("pay", EscrowAction.DepositPayment, "Deposit the agreed payment (buyer)."),
        new EscrowActCommand(
            "finalise", EscrowAction.Finalise, "You have delivered: take the payment; the stake backs an agreement (seller)."),
        new EscrowActCommand("cancel", EscrowAction.Cancel, "End it before both deposits are in."),
        new EscrowActCommand("timeout", EscrowAction.TimeOut, "Take both deposits back after the time for delivery."));

    public static Command Feed() => new CommandGroup(
        "feed",
        "Feeds: prove today what you reveal later.",
        new FeedCreateCommand(),
        new FeedShowCommand(),
        new FeedPostCommand(),
        new FeedRevealCommand());
}
