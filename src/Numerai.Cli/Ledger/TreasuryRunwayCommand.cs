using System.Globalization;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Client.Ledger;

namespace Numerai.Cli.Ledger;

internal sealed class TreasuryRunwayCommand() : ApiCommand("runway", "How long the treasury lasts when rounds go on paying as they did.")
{
    private static readonly DetailView<TreasuryRunway> _view = new DetailView<TreasuryRunway>()
        .Field("balance", runway => $"{runway.Balance} NMR")
        .Field("paid", runway => $"{runway.Paid} NMR by {Format.Number(runway.Rounds)} rounds in {Format.Number(runway.WindowDays)} days")
        .Field("lasts", runway => runway.DaysLeft is { } days ? $"{days.ToString("N0", CultureInfo.InvariantCulture)} days" : "nothing was paid, so there is nothing to reckon with");

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) =>
        context.Output.Write(await client.Ledger.GetRunwayAsync(context.Cancellation), _view);
}
