using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Stakes;

internal sealed class StakeMoveCommand : ApiCommand
{
    private readonly Argument<string> _from = new("from") { Description = "Id or name of the model that gives." };
    private readonly Argument<string> _to = new("to") { Description = "Id or name of the model that gets." };
    private readonly Argument<string> _amount = CommonOptions.Amount();
    private readonly Option<string?> _commandId = CommonOptions.CommandId();
    private readonly Option<int> _tournament = CommonOptions.Tournament();

    public StakeMoveCommand()
        : base("move", "Move stake between your models; what rounds in flight could burn follows when they have resolved.")
    {
        Arguments.Add(_from);
        Arguments.Add(_to);
        Arguments.Add(_amount);
        Options.Add(_commandId);
        Options.Add(_tournament);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) => context.Output.Write(
        await client.Stakes.MoveStakeAsync(
            context.Get(_from), context.Get(_to), context.Amount(_amount), context.Get(_commandId), context.Get(_tournament),
            context.Cancellation),
        StakeView.Detail);
}
