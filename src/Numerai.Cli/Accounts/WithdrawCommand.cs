using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Contracts;

namespace Numerai.Cli.Accounts;

internal sealed class WithdrawCommand : ApiCommand
{
    private readonly Argument<string> _amount = CommonOptions.Amount();
    private readonly Option<string?> _commandId = CommonOptions.CommandId();

    public WithdrawCommand()
        : base("withdraw", "Take NMR out of your wallet.")
    {
        Arguments.Add(_amount);
        Options.Add(_commandId);
    }

    public static DetailView<WalletBalance> View { get; } = new DetailView<WalletBalance>()
        .Field("wallet", balance => $"{balance.Wallet} NMR");

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) => context.Output.Write(
        await client.Accounts.WithdrawAsync(context.Amount(_amount), context.Get(_commandId), context.Cancellation), View);
}
