using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Client.Rounds;
using Numerai.Contracts;

namespace Numerai.Cli.Rounds;

internal sealed class RoundResolveCommand() : RoundCommand("resolve", "Settle a round on the scores of its last day (operator).")
{
    protected override Task<Round> RunAsync(
        NumeraiClient client, int tournament, int number, RoundWait wait, CommandContext context) =>
        client.Operator.ResolveRoundAsync(tournament, number, wait, context.Cancellation);
}
