using System.CommandLine;
using Numerai.Cli.Accounts;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Operators;

internal sealed class HoldPlaceCommand : ApiCommand
{
    private readonly Argument<string> _account = new("account") { Description = "Username or account id." };

    private readonly Argument<string?> _amount = new("amount")
    {
        Description = "In NMR; without it the whole account.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> _reason = new("--reason")
    {
        Description = "Why; the participant reads it.",
        HelpName = "TEXT",
        Required = true,
    };
    private readonly Option<DateTimeOffset?> _until = new("--until")
    {
        Description = "When it ends by itself; without it when it is released.",
        HelpName = "TIME",
    };
    private readonly Option<string?> _id = new("--hold-id")
    {
        Description = "An id of your own: the same hold with the same id is placed once.",
        HelpName = "ID",
    };

    public HoldPlaceCommand()
        : base("place", "Keep NMR of an account from being withdrawn, staked or given away.")
    {
        Arguments.Add(_account);
        Arguments.Add(_amount);
        Options.Add(_reason);
        Options.Add(_until);
        Options.Add(_id);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) => context.Output.Write(
        await client.Operator.PlaceHoldAsync(
            context.Get(_account),
            context.Get(_reason)!,
            context.Get(_amount) is { } amount ? CommandContext.Amount(amount) : null,
            context.Get(_until),
            context.Get(_id),
            context.Cancellation),
        HoldView.Detail);
}
