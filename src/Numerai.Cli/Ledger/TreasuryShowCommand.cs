using System.Globalization;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Contracts;

namespace Numerai.Cli.Ledger;

internal sealed class TreasuryShowCommand() : ApiCommand("show", "What the treasury holds, and what was minted, paid and burned.")
{
    public static DetailView<TreasuryBalance> View { get; } = new DetailView<TreasuryBalance>()
        .Field("balance", treasury => $"{treasury.Balance} NMR")
        .Field(
            "reserved",
            treasury => string.Join(", ", treasury.Reserved.Select(reserve => $"{reserve.Amount} NMR for round {reserve.Round}")))
        .Field("minted", treasury => $"{treasury.Minted} NMR")
        .Field("paid", treasury => $"{treasury.Paid} NMR")
        .Field("burned", treasury => $"{treasury.Burned} NMR")
        .Field("emission", treasury => string.Join("; ", treasury.Emissions.Select(Describe)));

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) =>
        context.Output.Write(await client.Ledger.GetTreasuryAsync(context.Cancellation), View);

    private static string Describe(TreasuryEmission emission) =>
        $"tournament {emission.Tournament} has issued {emission.Issued} NMR on {emission.Count.ToString(CultureInfo.InvariantCulture)} "
            + $"due dates, "
        + (emission.NextDue is { } due ? $"next {emission.NextAmount} NMR at {Format.Time(due)}" : "none to come");
}
