using System.CommandLine;
using Numerai.Cli.Accounts;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Operators;

internal sealed class HoldReleaseCommand : ApiCommand
{
    private readonly Argument<string> _account = new("account") { Description = "Username or account id." };
    private readonly Argument<string> _hold = new("hold") { Description = "Id of the hold." };

    public HoldReleaseCommand()
        : base("release", "End a hold; what it kept is free again.")
    {
        Arguments.Add(_account);
        Arguments.Add(_hold);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) => context.Output.Write(
        await client.Operator.ReleaseHoldAsync(context.Get(_account), context.Get(_hold), context.Cancellation), HoldView.Detail);
}
