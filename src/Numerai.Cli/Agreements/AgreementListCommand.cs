using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Agreements;

internal sealed class AgreementListCommand : ApiCommand
{
    private readonly Option<string?> _kind = new("--kind") { Description = "simple, countdown, escrow or feed.", HelpName = "KIND" };
    private readonly Option<string?> _party = new("--party") { Description = "Username or id of either side.", HelpName = "NAME" };
    private readonly Option<int?> _limit = CommonOptions.Limit();
    private readonly Option<int?> _offset = CommonOptions.Offset();

    public AgreementListCommand()
        : base("list", "The registry of agreements, escrows and feeds, newest first.")
    {
        Options.Add(_kind);
        Options.Add(_party);
        Options.Add(_limit);
        Options.Add(_offset);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) => context.Output.Write(
        await client.Agreements.ListAsync(
            context.Get(_kind), context.Get(_party), context.Get(_limit), context.Get(_offset), context.Cancellation),
        AgreementView.Table);
}
