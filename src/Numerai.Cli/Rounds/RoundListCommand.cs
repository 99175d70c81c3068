using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Rounds;

internal sealed class RoundListCommand : ApiCommand
{
    private readonly Option<int?> _tournament = CommonOptions.AnyTournament();
    private readonly Option<int?> _limit = CommonOptions.Limit();
    private readonly Option<int?> _offset = CommonOptions.Offset();

    public RoundListCommand()
        : base("list", "Rounds, newest first.")
    {
        Options.Add(_tournament);
        Options.Add(_limit);
        Options.Add(_offset);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) => context.Output.Write(
        await client.Rounds.ListAsync(context.Get(_tournament), context.Get(_limit), context.Get(_offset), context.Cancellation),
        RoundView.Table);
}
