using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Client.Rounds;

namespace Numerai.Cli.Rounds;

internal sealed class RoundResolveCommand() : RoundCommand("resolve", "Settle a round on the scores of its last day (operator).")
{
    protected override Task<Round> RunAsync(NumeraiClient client, int tournament, int number, CommandContext context) =>
        client.Operator.ResolveRoundAsync(tournament, number, context.Cancellation);
}
