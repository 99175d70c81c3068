using System.CommandLine;
using Numerai.Cli.Accounts;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Client.Accounts;
using Numerai.Contracts;

namespace Numerai.Cli.Operators;

internal sealed class HoldListCommand : ApiCommand
{
    private readonly Argument<string> _account = new("account") { Description = "Username or account id." };

    public HoldListCommand()
        : base("list", "All holds on an account, those that have ended, too.") => Arguments.Add(_account);

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var holds = await client.Operator.ListHoldsAsync(context.Get(_account), context.Cancellation);
        context.Output.Write(new Page<Hold>(holds, Math.Max(holds.Count, 1), 0, false), HoldView.Table);
    }
}
