using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Models;

internal sealed class ModelListCommand : ApiCommand
{
    private readonly Option<string?> _owner = new("--owner")
    {
        Description = "Username or account id; without it your own models.",
        HelpName = "NAME",
    };
    private readonly Option<bool> _all = new("--all") { Description = "Everybody's models." };
    private readonly Option<int?> _tournament = CommonOptions.AnyTournament();
    private readonly Option<int?> _limit = CommonOptions.Limit();
    private readonly Option<int?> _offset = CommonOptions.Offset();

    public ModelListCommand()
        : base("list", "Models in order of their names.")
    {
        Options.Add(_owner);
        Options.Add(_all);
        Options.Add(_tournament);
        Options.Add(_limit);
        Options.Add(_offset);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var owner = context.Get(_owner);
        if (owner is null && !context.Get(_all))
        {
            owner = (await client.Accounts.GetAsync(context.Cancellation)).Id.ToString();
        }

        var page = await client.Models.ListAsync(
            owner, context.Get(_tournament), context.Get(_limit), context.Get(_offset), context.Cancellation);
        context.Output.Write(page, ModelView.Table);
    }
}
