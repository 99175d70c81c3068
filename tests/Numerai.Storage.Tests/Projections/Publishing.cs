using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Storage.Events;
using Numerai.Storage.Memory;
using Numerai.Storage.ReadModels;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Scoring;

namespace Numerai.Storage.Tests.Projections;

/// <summary>Publishes events as actors do and reads what people see.</summary>
internal sealed class Publishing : IAsyncDisposable
{
    private readonly IAsyncDisposable _owner;
    private readonly Dictionary<string, long> _sequences = new(StringComparer.Ordinal);

    public Publishing()
        : this(new SqliteFixture())
    {
    }

    /// <param name="database">Where to.</param>
    /// <param name="owner">Disposed with this.</param>
    public Publishing(IDatabase database, IAsyncDisposable owner)
    {
        _owner = owner;
        Feed = new TournamentEvents(database);
        Publisher = new SqlEventPublisher(database, Objects, Feed);
        Read = new SqlReadModel(database);
        Results = new RoundResults(database);
    }

    private Publishing(SqliteFixture sqlite)
        : this(sqlite.Database, sqlite)
    {
    }

    public static DateTimeOffset Start { get; } = new(2026, 1, 6, 12, 0, 0, TimeSpan.Zero);

    public MemoryObjectStore Objects { get; } = new();

    public TournamentEvents Feed { get; }

    public SqlEventPublisher Publisher { get; }

    public SqlReadModel Read { get; }

    public RoundResults Results { get; }

    public static ModelId Model(string name) => NamedUuid.Model(TournamentId.Classic, name);

    public static RoundId Round(int number) => new(TournamentId.Classic, number);

    public Task SendAsync(string source, DateTimeOffset time, params TournamentEvent[] events) =>
        Publisher.PublishAsync(source, Entries(source, time, events));

    public IReadOnlyList<OutboxEntry> Entries(string source, DateTimeOffset time, params TournamentEvent[] events)
    {
        var first = _sequences.GetValueOrDefault(source);
        _sequences[source] = first + events.Length;
        return [.. events.Select((tournamentEvent, place) => new OutboxEntry(first + place + 1, time, tournamentEvent))];
    }

    public async Task CreateModelAsync(string owner, string name)
    {
        var account = NamedUuid.Account(owner);
        await SendAsync($"model/{Model(name)}", Start, new ModelCreated(Model(name), TournamentId.Classic, name, account, owner));
    }

    /// <summary>A whole round: one final scoring day and its settlement.</summary>
    public async Task RunRoundAsync(int number, DateTimeOffset resolved, params Result[] results)
    {
        var round = Round(number);
        var scores = new ScoreTable(round, 1, true, resolved, [.. results.Select(result => result.Scores(round))]);
        var table = await Objects.PutAsync($"scores/{number}", StoredJson.Write(scores));
        var entries = await Objects.PutAsync(
            $"entries/{number}", StoredJson.Write(
                results.Where(result => !result.Late).Select(result => result.Entry(round)).ToImmutableArray()));
        var manifest = await Objects.PutAsync($"manifest/{number}", new byte[] { 1 });
        await SendAsync($"round/{round}", resolved, new RoundScheduled(round, resolved.AddDays(-30), resolved.AddDays(-29), resolved));
        await SendAsync($"round/{round}", resolved, new RoundOpened(round, resolved.AddDays(-30), resolved.AddDays(-29), resolved));
        await SendAsync($"round/{round}", resolved, new RoundClosed(round, results.Length, Nmr.FromNmr(results.Length), 0.5m, manifest));
        await SendAsync($"round/{round}", resolved, new ScoresPublished(round, 1, table));
        await SendAsync($"round/{round}", resolved, new RoundResolved(round, "root", Nmr.FromNmr(3), Nmr.FromNmr(2), entries));
    }

    public ValueTask DisposeAsync() => _owner.DisposeAsync();

    internal sealed record Result(string Name, double Corr, double? Mmc, string Payout = "0", string Burn = "0", bool Late = false)
    {
        public ModelScores Scores(RoundId round)
        {
            var scores = ImmutableSortedDictionary<string, PublishedValue>.Empty.Add("corr", new PublishedValue(Corr, 0.5));
            return new ModelScores(
                Model(Name), NamedUuid.Submission(Model(Name), $"{round}"), Late, Mmc is { } mmc
                    ? scores.Add("mmc", new PublishedValue(mmc, 1))
                    : scores);
        }

        public SettlementEntry Entry(RoundId round) => new(
            round,
            Model(Name),
            NamedUuid.Account("ada"),
            NamedUuid.Submission(Model(Name), $"{round}"),
            Nmr.FromNmr(10),
            ImmutableSortedDictionary<string, decimal>.Empty.Add("corr", (decimal)Corr),
            0.0123m,
            Nmr.Parse(Payout),
            Nmr.Parse(Burn));
    }
}
