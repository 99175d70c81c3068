using Numerai.Cli.CommandLine;
using Numerai.Contracts;

namespace Numerai.Cli.Stakes;

internal static class StakeView
{
    public static DetailView<StakeChange> Detail { get; } = new DetailView<StakeChange>()
        .Field("model", change => change.Model.ToString())
        .Field("moved", change => $"{change.Amount} NMR ({change.Type.ToString().ToLowerInvariant()}, {change.Status})")
        .Field("to", change => change.To is { } to ? $"{to}, of it {change.MovedNow} NMR at once" : null)
        .Field("stake", change => $"{change.Stake} NMR")
        .Field("pending", change => $"{change.Pending} NMR")
        .Field("wallet", change => $"{change.Wallet} NMR")
        .Field("waits for", change => change.WaitsFor.Count == 0 ? null : "rounds " + string.Join(", ", change.WaitsFor));
}
