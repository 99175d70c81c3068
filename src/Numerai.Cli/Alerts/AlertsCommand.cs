using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Contracts;

namespace Numerai.Cli.Alerts;

internal sealed class AlertsCommand : ApiCommand
{
    private static readonly TableView<Alert> _view = new TableView<Alert>("There are no alerts.")
        .Text("raised", alert => Format.Time(alert.Raised))
        .Text("cleared", alert => alert.Cleared is { } cleared ? Format.Time(cleared) : "stands")
        .Text("code", alert => alert.Code)
        .Text("subject", alert => alert.Subject)
        .Text("what", alert => alert.Message);

    private readonly Option<bool> _standing = new("--standing") { Description = "Only those that stand." };
    private readonly Option<int?> _limit = CommonOptions.Limit();
    private readonly Option<int?> _offset = CommonOptions.Offset();

    public AlertsCommand()
        : base("alerts", "Gaps between books that were found, newest first (operator).")
    {
        foreach (var option in new Option[] { _standing, _limit, _offset })
        {
            Options.Add(option);
        }
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) => context.Output.Write(
        await client.Operator.ListAlertsAsync(context.Get(_standing), context.Get(_limit), context.Get(_offset), context.Cancellation),
        _view);
}
