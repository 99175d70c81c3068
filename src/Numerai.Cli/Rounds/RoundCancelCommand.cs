using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Client.Rounds;
using Numerai.Contracts;

namespace Numerai.Cli.Rounds;

internal sealed class RoundCancelCommand : RoundCommand
{
    private readonly Option<string> _reason = new("--reason") { Description = "Participants will read it.", Required = true };

    public RoundCancelCommand()
        : base("cancel", "End a round before it resolves; every stake at risk is freed untouched (operator).") => Options.Add(_reason);

    protected override Task<Round> RunAsync(
        NumeraiClient client, int tournament, int number, RoundWait wait, CommandContext context) =>
        client.Operator.CancelRoundAsync(tournament, number, context.Get(_reason)!, wait, context.Cancellation);
}
