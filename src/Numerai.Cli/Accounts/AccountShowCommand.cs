using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Contracts;

namespace Numerai.Cli.Accounts;

internal sealed class AccountShowCommand() : ApiCommand("show", "The account of the key in use: wallet, models, keys.")
{
    private static readonly DetailView<Account> _view = new DetailView<Account>()
        .Field("account", account => account.Username)
        .Field("id", account => account.Id.ToString())
        .Field("registered", account => Format.Time(account.Registered))
        .Field("wallet", account => $"{account.Wallet} NMR")
        .Field("held", account => account.Held == Nmr.Zero ? null : $"{account.Held} NMR");

    private static readonly TableView<ApiKey> _keys = new TableView<ApiKey>("No keys.")
        .Text("key", key => key.PublicId)
        .Text("name", key => key.Name)
        .Text("scopes", key => string.Join(", ", key.Scopes));

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var account = await client.Accounts.GetAsync(context.Cancellation);
        context.Output.Write(account, _view);
        context.Output.WriteTable(account.Models, OwnModelView.Table);
        if (account.Holds.Any(hold => hold.Ended is null))
        {
            context.Output.WriteTable([.. account.Holds.Where(hold => hold.Ended is null)], HoldView.Table);
        }

        context.Output.WriteTable(account.ApiKeys, _keys);
    }
}
