using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Rounds;

internal sealed class RoundShowCommand : ApiCommand
{
    private readonly Argument<int?> _number = new("number")
    {
        Description = "Number of the round; without it the newest one.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<int> _tournament = CommonOptions.Tournament();

    public RoundShowCommand()
        : base("show", "One round.")
    {
        Arguments.Add(_number);
        Options.Add(_tournament);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var tournament = context.Get(_tournament);
        var round = context.Get(_number) is { } number
            ? await client.Rounds.GetAsync(tournament, number, context.Cancellation)
            : await client.Rounds.GetCurrentAsync(tournament, context.Cancellation);
        context.Output.Write(round, RoundView.Detail);
    }
}
