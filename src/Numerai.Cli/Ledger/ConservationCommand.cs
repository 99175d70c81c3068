using Numerai.Cli.CommandLine;
using Numerai.Contracts;

namespace Numerai.Cli.Ledger;

internal sealed class ConservationCommand()
    : CliCommand("conservation", "Whether all NMR is accounted for; ends with 1 when it is not.")
{
    private static readonly DetailView<Conservation> _view = new DetailView<Conservation>()
        .Field("conservation", check => check.Holds ? "holds" : "BROKEN")
        .Field("issued", check => $"{check.Issued} NMR")
        .Field("wallets", check => $"{check.Wallets} NMR")
        .Field("stakes", check => $"{check.Stakes} NMR")
        .Field("pending", check => $"{check.Pending} NMR")
        .Field("agreements", check => $"{check.Agreements} NMR")
        .Field("treasury", check => $"{check.Treasury} NMR")
        .Field("burned", check => $"{check.Burned} NMR")
        .Field("difference", check => check.Difference == Nmr.Zero ? null : $"{check.Difference} NMR")
        .Field("being settled", check => string.Join(", ", check.Settling));

    private static readonly TableView<ConservationGap> _gaps = new TableView<ConservationGap>("No gaps.")
        .Text("account", gap => gap.Account)
        .Number("ledger", gap => gap.Ledger.ToString())
        .Number("held", gap => gap.Held.ToString());

    protected override async Task<int> RunAsync(CommandContext context)
    {
        using var client = context.Connect();
        var check = await client.Ledger.CheckConservationAsync(context.Cancellation);
        context.Output.Write(check, _view);
        context.Output.WriteTable(check.Gaps, _gaps);
        return check.Holds ? ExitCodes.Done : ExitCodes.Refused;
    }
}
