using System.Collections.Immutable;
using System.Globalization;
using Numerai.Tournament.Identity;
using Numerai.Tournament.Settlement;

namespace Numerai.Storage.Projections;

internal static class PayoutProjection
{
    private const string Insert = """
        INSERT INTO payouts (tournament, round, model, at_risk, multiplier, payout, burn, resolved)
        VALUES (@tournament, @round, @model, @atRisk, @multiplier, @payout, @burn, @resolved)
        """;

    public static async Task ResolveAsync(
        ProjectionTables tables, RoundId round, ImmutableArray<SettlementEntry> entries, DateTimeOffset time)
    {
        using var insert = new BulkInsert(
            tables.Connection, Insert, "@tournament", "@round", "@model", "@atRisk", "@multiplier", "@payout", "@burn", "@resolved");
        var resolved = StoredTime.Write(time);
        foreach (var entry in entries)
        {
            await insert.AddAsync(
                round.Tournament.Number,
                round.Number,
                await tables.NumberOfAsync(entry.Model),
                entry.AtRisk.ToString(),
                entry.Multiplier.ToString(CultureInfo.InvariantCulture),
                entry.Payout.ToString(),
                entry.Burn.ToString(),
                resolved);
        }
    }
}
