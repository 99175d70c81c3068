using Numerai.Cli.Accounts;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Client.Accounts;
using Numerai.Contracts;

namespace Numerai.Cli.Stakes;

internal sealed class StakeShowCommand() : ApiCommand("show", "The stakes on your models and what is on its way back.")
{
    private static readonly TableView<(string Model, PendingRelease Release)> _releases =
        new TableView<(string Model, PendingRelease Release)>("Nothing is on its way back.")
            .Text("release of", row => row.Model)
            .Number("amount", row => row.Release.Amount.ToString())
            .Text("requested", row => Format.Time(row.Release.Requested))
            .Text("goes to", row => row.Release.ToPortfolio ? "portfolio" : row.Release.MoveTo is { } model ? model.ToString() : "wallet")
            .Text("waits for", row => string.Join(", ", row.Release.WaitsFor));

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var models = (await client.Accounts.GetAsync(context.Cancellation)).Models;
        context.Output.Write(new Page<OwnModel>(models, Math.Max(models.Count, 1), 0, false), OwnModelView.Table);
        context.Output.WriteTable(
            [.. models.SelectMany(model => model.PendingReleases.Select(release => (model.Name, release)))], _releases);
    }
}
