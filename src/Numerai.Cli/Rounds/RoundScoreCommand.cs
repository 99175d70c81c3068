using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Client.Rounds;

namespace Numerai.Cli.Rounds;

internal sealed class RoundScoreCommand : RoundCommand
{
    private readonly Option<int> _day = new("--day") { Description = "Scoring day, 1 first.", Required = true };

    private readonly Option<string> _target = new("--target")
    {
        Description = "CSV or Parquet file with the columns id and target.",
        HelpName = "FILE",
        Required = true,
    };

    public RoundScoreCommand()
        : base("score", "Publish a day's target and score the round with it (operator).")
    {
        Options.Add(_day);
        Options.Add(_target);
    }

    protected override Task<Round> RunAsync(NumeraiClient client, int tournament, int number, CommandContext context) =>
        client.Operator.PublishTargetAsync(tournament, number, context.Get(_day), context.Get(_target)!, context.Cancellation);
}
