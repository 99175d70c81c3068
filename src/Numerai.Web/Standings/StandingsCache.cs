using System.Collections.Concurrent;
using System.Globalization;
using Numerai.Contracts;
using Numerai.Tournament.Actors.Clocks;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Tournament.Standings;

namespace Numerai.Web.Standings;

/// <summary>Tables are made from all rounds, so each is kept until a round resolves or an hour has passed.</summary>
internal sealed class StandingsCache(IRoundResults results, TournamentTime time)
{
    private static readonly TimeSpan _kept = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, (string Mark, DateTimeOffset Made, object Table)> _tables = new(StringComparer.Ordinal);

    public Task<IReadOnlyList<Standing>> AccountsAsync(TournamentId tournament) =>
        GetAsync($"{tournament}/accounts", tournament, null, null,
        (rows, _, now) => StandingTable.OfAccounts(rows, now));

    public Task<IReadOnlyList<Standing>> ModelsAsync(TournamentId tournament) => GetAsync($"{tournament}/models", tournament, null, null,
        (rows, _, now) => StandingTable.OfModels(rows, now));

    public Task<IReadOnlyList<SeasonStanding>> SeasonAsync(TournamentId tournament, int year)
    {
        var begins = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return GetAsync(string.Create(CultureInfo.InvariantCulture, $"{tournament}/{year}"), tournament, begins, begins.AddYears(1),
            (rows, rounds, _) => SeasonTable.Of(rows, rounds, Tournaments.Of(tournament).Titles));
    }

    private async Task<T> GetAsync<T>(
        string name, TournamentId tournament, DateTimeOffset? from, DateTimeOffset? before, Func<IEnumerable<RoundResult>, int,
        DateTimeOffset, T> make)
        where T : class
    {
        var (mark, now) = (await results.MarkAsync(tournament), time.GetUtcNow());
        if (_tables.TryGetValue(name, out var kept) && kept.Mark == mark && now - kept.Made < _kept)
        {
            return (T)kept.Table;
        }

        var table = await results.ReadAsync(tournament, from, before, (rows, rounds) => make(rows, rounds, now));
        _tables[name] = (mark, now, table);
        return table;
    }
}
