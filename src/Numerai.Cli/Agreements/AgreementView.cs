using System.Globalization;
using System.Text.Json;
using Numerai.Cli.CommandLine;
using Numerai.Contracts;

namespace Numerai.Cli.Agreements;

internal static class AgreementView
{
    public static DetailView<Agreement> Detail { get; } = new DetailView<Agreement>()
        .Field("agreement", agreement => agreement.Id.ToString())
        .Field("type", agreement => Name(agreement.Type))
        .Field("phase", agreement => Name(agreement.Phase) + (agreement.Moving ? " (NMR on its way)" : string.Empty))
        .Field("staker", agreement => agreement.Staker.ToString())
        .Field("counterparty", agreement => agreement.Counterparty.ToString())
        .Field("stake", agreement => $"{agreement.Stake} NMR")
        .Field("burned", agreement => $"{agreement.Burned} NMR")
        .Field("ratio", agreement => Ratio(agreement.RatioType, agreement.Ratio))
        .Field("countdown", agreement => agreement.Countdown?.ToString())
        .Field("deadline", agreement => agreement.Deadline is { } deadline ? Format.Time(deadline) : null)
        .Field("metadata", agreement => agreement.Metadata);

    public static DetailView<Escrow> Escrow { get; } = new DetailView<Escrow>()
        .Field("escrow", escrow => escrow.Id.ToString())
        .Field("phase", escrow => Name(escrow.Phase) + (escrow.Moving ? " (NMR on its way)" : string.Empty))
        .Field("seller", escrow => escrow.Seller.ToString())
        .Field("buyer", escrow => escrow.Buyer.ToString())
        .Field("stake", escrow => $"{escrow.Stake} NMR ({escrow.HeldStake} in)")
        .Field("payment", escrow => $"{escrow.Payment} NMR ({escrow.HeldPayment} in)")
        .Field("ratio", escrow => Ratio(escrow.RatioType, escrow.Ratio))
        .Field("countdown", escrow => escrow.Countdown.ToString())
        .Field("deliver within", escrow => escrow.DeliverWithin.ToString())
        .Field("deadline", escrow => escrow.Deadline is { } deadline ? Format.Time(deadline) : null)
        .Field("delivery", escrow => escrow.Delivery)
        .Field("agreement", escrow => escrow.Agreement?.ToString())
        .Field("metadata", escrow => escrow.Metadata);

    public static TableView<AgreementEntry> Table { get; } = new TableView<AgreementEntry>("No agreements.")
        .Text("id", entry => entry.Id.ToString())
        .Text("kind", entry => entry.Kind)
        .Text("phase", entry => entry.Phase)
        .Text("staker", entry => entry.Staker.ToString())
        .Text("counterparty", entry => entry.Counterparty?.ToString())
        .Number("stake", entry => entry.Stake.ToString())
        .Number("payment", entry => entry.Payment.ToString())
        .Text("deadline", entry => entry.Deadline is { } deadline ? Format.Time(deadline) : null);

    public static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private static string Ratio(GriefRatioType type, decimal ratio) =>
        type == GriefRatioType.Decimal ? ratio.ToString(CultureInfo.InvariantCulture) : Name(type);
}
