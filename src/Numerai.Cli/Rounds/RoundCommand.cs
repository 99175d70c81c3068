using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Client.Rounds;

namespace Numerai.Cli.Rounds;

/// <summary>A command on one round, answered with the round.</summary>
internal abstract class RoundCommand : ApiCommand
{
    private readonly Argument<int> _number = CommonOptions.Round();
    private readonly Option<int> _tournament = CommonOptions.Tournament();

    protected RoundCommand(string name, string description)
        : base(name, description)
    {
        Arguments.Add(_number);
        Options.Add(_tournament);
    }

    protected abstract Task<Round> RunAsync(NumeraiClient client, int tournament, int number, CommandContext context);

    protected sealed override async Task RunAsync(NumeraiClient client, CommandContext context) =>
        context.Output.Write(await RunAsync(client, context.Get(_tournament), context.Get(_number), context), RoundView.Detail);
}
