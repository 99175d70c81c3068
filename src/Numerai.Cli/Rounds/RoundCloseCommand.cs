using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Client.Rounds;
using Numerai.Contracts;

namespace Numerai.Cli.Rounds;

internal sealed class RoundCloseCommand : RoundCommand
{
    private readonly Option<bool> _early = new("--early") { Description = "Close before the closing time." };

    public RoundCloseCommand()
        : base("close", "Seal a round, snapshot the stakes, build the meta model (operator).") => Options.Add(_early);

    protected override Task<Round> RunAsync(
        NumeraiClient client, int tournament, int number, RoundWait wait, CommandContext context) =>
        client.Operator.CloseRoundAsync(tournament, number, wait, context.Get(_early), context.Cancellation);
}
