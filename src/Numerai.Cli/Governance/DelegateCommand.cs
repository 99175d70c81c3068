using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Governance;

internal sealed class DelegateCommand : ApiCommand
{
    private readonly Argument<string?> _to = new("account")
    {
        Description = "Username or id; without it you vote yourself again.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public DelegateCommand()
        : base("delegate", "Let another account vote in your place, from the next proposal on.") => Arguments.Add(_to);

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var to = await client.Governance.DelegateAsync(context.Get(_to), context.Cancellation);
        context.Output.Say(to is null ? "You vote yourself." : $"{to} votes in your place, from the next proposal on.");
    }
}
