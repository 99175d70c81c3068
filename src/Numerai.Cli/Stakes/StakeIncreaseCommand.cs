using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Stakes;

internal sealed class StakeIncreaseCommand : ApiCommand
{
    private readonly Argument<string> _model = CommonOptions.Model();
    private readonly Argument<string> _amount = CommonOptions.Amount();
    private readonly Option<string?> _commandId = CommonOptions.CommandId();
    private readonly Option<int> _tournament = CommonOptions.Tournament();

    public StakeIncreaseCommand()
        : base("increase", "Move NMR from your wallet to a model's stake, at once.")
    {
        Arguments.Add(_model);
        Arguments.Add(_amount);
        Options.Add(_commandId);
        Options.Add(_tournament);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) => context.Output.Write(
        await client.Stakes.IncreaseStakeAsync(
            context.Get(_model), context.Amount(_amount), context.Get(_commandId), context.Get(_tournament), context.Cancellation),
        StakeView.Detail);
}
