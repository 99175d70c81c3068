using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Cli.Rounds.Steps;
using Numerai.Client;
using Numerai.Client.Rounds;
using Numerai.Contracts;

namespace Numerai.Cli.Rounds;

/// <summary>A command that begins a step of one round, answered with the round.</summary>
internal abstract class RoundCommand : ApiCommand
{
    private readonly Argument<int> _number = CommonOptions.Round();
    private readonly Option<int> _tournament = CommonOptions.Tournament();
    private readonly Option<bool> _noWait = StepWaiting.NoWait();

    protected RoundCommand(string name, string description)
        : base(name, description)
    {
        Arguments.Add(_number);
        Options.Add(_tournament);
        Options.Add(_noWait);
    }

    protected abstract Task<Round> RunAsync(
        NumeraiClient client, int tournament, int number, RoundWait wait, CommandContext context);

    protected sealed override async Task RunAsync(NumeraiClient client, CommandContext context) => context.Output.Write(
        await context.RunAsync(_noWait, wait => RunAsync(client, context.Get(_tournament), context.Get(_number), wait, context)),
        RoundView.Detail);
}
