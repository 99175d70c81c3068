using System.CommandLine;
using Numerai.Cli.Accounts;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Operators;

internal sealed class DepositCommand : ApiCommand
{
    private readonly Argument<string> _account = new("account") { Description = "Username or account id." };
    private readonly Argument<string> _amount = CommonOptions.Amount();
    private readonly Option<string?> _commandId = CommonOptions.CommandId();

    public DepositCommand()
        : base("deposit", "Put NMR into an account's wallet (operator).")
    {
        Arguments.Add(_account);
        Arguments.Add(_amount);
        Options.Add(_commandId);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) => context.Output.Write(
        await client.Operator.DepositAsync(context.Get(_account), context.Amount(_amount), context.Get(_commandId), context.Cancellation),
        WithdrawCommand.View);
}
