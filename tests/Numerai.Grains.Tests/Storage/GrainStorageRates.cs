using System.Diagnostics;
using Numerai.Silo.Storage;
using Numerai.Storage.Postgres;
using Numerai.Tournament.Actors;
using Orleans.Storage;

namespace Numerai.Grains.Tests.Storage;

/// <summary>
/// Writes a second on a PostgreSQL that waits for its disk: through Orleans' provider, and through the stores as before, in turns of the
/// same writes. Run on demand; what it says is in decision 0138.
/// </summary>
public sealed class GrainStorageRates
{
    private const int Turns = 6;
    private const int WritesOfTurn = 1_500;

    [Fact(Explicit = true)]
    public async Task Measure_writes_through_the_provider_and_through_the_stores_in_turns()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"numerai-rates-{Guid.NewGuid():N}");
        var server = PrivatePostgres.In(folder);
        await server.StartAsync();
        try
        {
            await using var rows = await ProviderRows.OpenAsync(await server.DatabaseAsync("rates"));
            var stores = new ActorRowGrainStorage(rows.Rows);
            foreach (var (letters, callers) in new[] { (1_000, 1), (1_000, 16), (1_000, 64), (20_000, 16), (300_000, 4) })
            {
                var (old, now) = (TimeSpan.Zero, TimeSpan.Zero);
                for (var turn = 0; turn <= Turns; turn++)
                {
                    var before = await RunAsync(stores, $"stores {letters} {callers} {turn}", letters, callers);
                    var after = await RunAsync(rows.Storage, $"provider {letters} {callers} {turn}", letters, callers);

                    // The first turn makes connections and compiles.
                    (old, now) = turn == 0 ? (old, now) : (old + before, now + after);
                }

                var writes = Turns * WritesOfTurn / Math.Max(1, letters / 10_000);
                TestContext.Current.TestOutputHelper!.WriteLine(
                    $"{letters} letters, {callers} callers: stores {writes / old.TotalSeconds:0}/s, "
                    + $"provider {writes / now.TotalSeconds:0}/s, ratio {old / now:0.00}");
            }
        }
        finally
        {
            await server.StopAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Each caller writes a row of its own again and again; large rows less often.</summary>
    private static async Task<TimeSpan> RunAsync(IGrainStorage storage, string name, int letters, int callers)
    {
        var content = string.Concat(Enumerable.Range(0, letters / 8).Select(number => $"{unchecked((uint)number * 2654435761):x8}"));
        var writes = WritesOfTurn / callers / Math.Max(1, letters / 10_000);
        var begin = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var state = new GrainState<Persisted<ProviderRows.Box>>(ProviderRows.Holding(content));
            for (var write = 0; write < writes; write++)
            {
                await storage.WriteStateAsync(ActorKinds.Participant, GrainId.Create(ActorKinds.Participant, $"{name} {caller}"), state);
            }
        })));
        return Stopwatch.GetElapsedTime(begin);
    }
}
