using System.Collections.Immutable;
using System.Globalization;
using Numerai.Contracts;

namespace Numerai.Storage.Projections;

internal static class PayoutProjection
{
    public static async Task ResolveAsync(
        ProjectionTables tables, RoundId round, ImmutableArray<SettlementEntry> entries, DateTimeOffset time)
    {
        var payouts = new BulkInsert(
            tables.Connection, "payouts", "tournament", "round", "model", "at_risk", "multiplier", "payout", "burn", "resolved");
        var resolved = StoredTime.Write(time);
        foreach (var entry in entries)
        {
            payouts.Add(
                round.Tournament.Number,
                round.Number,
                await tables.NumberOfAsync(entry.Model),
                entry.AtRisk.ToString(),
                entry.Multiplier.ToString(CultureInfo.InvariantCulture),
                entry.Payout.ToString(),
                entry.Burn.ToString(),
                resolved);
        }

        await payouts.CompleteAsync();
    }
}
