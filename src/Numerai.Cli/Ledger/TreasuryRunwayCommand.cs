using System.Globalization;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Contracts;

namespace Numerai.Cli.Ledger;

internal sealed class TreasuryRunwayCommand() : ApiCommand(
    "runway", "How long the treasury lasts when rounds go on paying as they did and schedules issue what they say.")
{
    private static readonly DetailView<TreasuryRunway> _view = new DetailView<TreasuryRunway>()
        .Field("balance", runway => $"{runway.Balance} NMR")
        .Field("paid", runway => $"{runway.Paid} NMR by {Format.Number(runway.Rounds)} rounds in {Format.Number(runway.WindowDays)} days")
        .Field("emission", runway => $"{runway.Emission} NMR in the next {Format.Number(runway.WindowDays)} days")
        .Field("lasts", Lasts);

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) =>
        context.Output.Write(await client.Ledger.GetRunwayAsync(context.Cancellation), _view);

    private static string Lasts(TreasuryRunway runway) => (runway.DaysLeft, runway.Lasting) switch
    {
        ({ } days, _) => $"{days.ToString("N0", CultureInfo.InvariantCulture)} days",
        (_, true) => "more than a hundred years: emission carries it",
        _ => "nothing was paid, so there is nothing to reckon with",
    };
}
