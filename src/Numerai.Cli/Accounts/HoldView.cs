using Numerai.Cli.CommandLine;
using Numerai.Contracts;

namespace Numerai.Cli.Accounts;

/// <summary>What the operator keeps from leaving an account.</summary>
internal static class HoldView
{
    public static TableView<Hold> Table { get; } = new TableView<Hold>("Nothing is held.")
        .Text("hold", hold => hold.Id)
        .Text("keeps", Keeps)
        .Text("reason", hold => hold.Reason)
        .Text("placed", hold => Format.Time(hold.Placed))
        .Text("until", hold => hold.Until is { } until ? Format.Time(until) : "released")
        .Text("ended", hold => hold.Ended is { } ended ? Format.Time(ended) : "-");

    public static DetailView<Hold> Detail { get; } = new DetailView<Hold>()
        .Field("hold", hold => hold.Id)
        .Field("keeps", Keeps)
        .Field("reason", hold => hold.Reason)
        .Field("until", hold => hold.Until is { } until ? Format.Time(until) : "it is released")
        .Field("ended", hold => hold.Ended is { } ended ? Format.Time(ended) : null);

    private static string Keeps(Hold hold) =>
        hold.WholeAccount ? $"the whole account ({hold.Amount} NMR when it was placed)" : $"{hold.Amount} NMR";
}
