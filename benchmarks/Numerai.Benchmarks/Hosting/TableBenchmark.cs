using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Storage;
using Numerai.Storage.Sqlite;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Scoring;
using Numerai.Tournament.Standings.Rows;

namespace Numerai.Benchmarks.Hosting;

/// <summary>What the tables that people read cost at the size of the real tournament.</summary>
internal static class TableBenchmark
{
    private static readonly DateTimeOffset _start = new(2026, 1, 6, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] _scores = ["corr", "mmc", "bmc", "fnc", "cwmm"];

    public static async Task RunAsync(int models, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("numerai-benchmark-");
        await using (var stores = SqliteStores.OpenFolder(folder.FullName, SqliteDurability.Process, inline: false))
        {
            var ids = Enumerable.Range(0, models).Select(number => NamedUuid.Model(TournamentId.Classic, $"model{number}")).Order()
                .ToArray();
            for (var number = 1; number <= rounds; number++)
            {
                var round = new RoundId(TournamentId.Classic, number);
                var (scores, resolved) = await EventsAsync(stores, ids, round);
                Func<string, Func<Task>, Task> measured = number == rounds ? Measurement.TimeAsync : static (_, run) => run();
                await measured(
                    $"Scores of one day of {models:N0} models into tables", () => stores.Publisher.PublishAsync($"round/{round}", scores));
                await measured(
                    $"Settlement of {models:N0} models into tables", () => stores.Publisher.PublishAsync($"round/{round}", resolved));
            }

            await MeasureReadsAsync(stores, ids, rounds);
            Console.WriteLine(
                $"{rounds} rounds of one scoring day: {new FileInfo(Path.Combine(folder.FullName, "numerai.db")).Length / 1e6:N0} MB");
        }

        folder.Delete(recursive: true);
    }

    private static async Task MeasureReadsAsync(TournamentStores stores, ModelId[] ids, int rounds)
    {
        var now = _start.AddDays(rounds + 1);
        for (var repetition = 0; repetition < 2; repetition++)
        {
            await Measurement.TimeAsync(
                "Leaderboard, first 100", () => stores.ReadModel.LeaderboardAsync(TournamentId.Classic, now, 100, 0));
        }

        await Measurement.TimeAsync(
            "All scores of one model", () => stores.ReadModel.ScoresAsync(new ScoreQuery(null, null, ids[^1], null, null, 10_000, 0)));
        await Measurement.TimeAsync(
            "First 100 scores of one round",
            () => stores.ReadModel.ScoresAsync(new ScoreQuery(null, new RoundId(TournamentId.Classic, 1), null, "corr", 0, 100, 0)));
        await Measurement.TimeAsync("All payouts of one model", () => stores.ReadModel.PayoutsAsync(ids[^1], null));
    }

    private static async Task<(OutboxEntry[] Scores, OutboxEntry[] Resolved)> EventsAsync(
        TournamentStores stores, ModelId[] ids, RoundId round)
    {
        var time = _start.AddDays(round.Number);
        var random = new Random(round.Number);
        var published = ids.Select(id => new ModelScores(
            id,
            NamedUuid.Submission(id, $"{round}"),
            Late: false,
            _scores.ToImmutableSortedDictionary(
                name => name, _ => new PublishedValue(Math.Round(random.NextDouble() / 10, 9), 0.5), StringComparer.Ordinal)));
        var table = await stores.Objects.PutAsync(
            $"{round}/scores", StoredJson.Write(new ScoreTable(round, 1, true, time, [.. published])));
        var entries = ids.Select(id => new SettlementEntry(
            round,
            id,
            NamedUuid.Account("owner"),
            NamedUuid.Submission(id, $"{round}"),
            Nmr.FromNmr(10),
            ImmutableSortedDictionary<string, decimal>.Empty,
            0.01m,
            Nmr.Parse("0.1"),
            Nmr.Zero));
        var settlement = await stores.Objects.PutAsync($"{round}/entries", StoredJson.Write(entries.ToImmutableArray()));
        return (
            [
                new OutboxEntry(1, time, new RoundScheduled(round, time, time, time)),
                new OutboxEntry(2, time, new RoundOpened(round, time, time, time)),
                new OutboxEntry(3, time, new ScoresPublished(round, 1, table)),
            ],
            [new OutboxEntry(4, time, new RoundResolved(round, "root", Nmr.Zero, Nmr.Zero, settlement))]);
    }
}
