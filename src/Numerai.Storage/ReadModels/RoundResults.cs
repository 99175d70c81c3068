using Dapper;
using Numerai.Contracts;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Settings;
using Numerai.Tournament.Standings;

namespace Numerai.Storage.ReadModels;

/// <summary>Reads results out of the tables of payouts and scores, a row at a time.</summary>
public sealed class RoundResults(IDatabase database) : IRoundResults
{
    /// <inheritdoc/>
    public Task<T> ReadAsync<T>(
        TournamentId tournament, DateTimeOffset? opensFrom, DateTimeOffset? opensBefore, Func<IEnumerable<RoundResult>, int, T> make) =>
        database.ReadLongAsync(async connection =>
        {
            var parameters = new
            {
                tournament = tournament.Number,
                from = opensFrom is { } from ? StoredTime.Write(from) : string.Empty,
                before = opensBefore is { } before ? StoredTime.Write(before) : "~",
                paying = TournamentDefaults.Of(tournament).Payout.Multipliers.Keys.ToArray(),
            };
            var rounds = await connection.ExecuteScalarAsync<int>(RoundResultSql.CountRounds, parameters);
            var rows = connection.Query<Row>(RoundResultSql.Select(connection), parameters, buffered: false);
            return make(Gather(rows, tournament), rounds);
        });

    /// <inheritdoc/>
    public Task<string> MarkAsync(TournamentId tournament) => database.ReadAsync(async connection =>
        await connection.ExecuteScalarAsync<string>(RoundResultSql.Mark, new { tournament = tournament.Number }) ?? string.Empty);

    /// <summary>Joins the scores of a model in a round, which come one after the other.</summary>
    private static IEnumerable<RoundResult> Gather(IEnumerable<Row> rows, TournamentId tournament)
    {
        Row? first = null;
        var scores = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (first is not null && (first.Round != row.Round || first.Model != row.Model))
            {
                yield return first.ToResult(tournament, scores);
                scores = new Dictionary<string, double>(StringComparer.Ordinal);
                first = null;
            }

            first ??= row;
            if (row.Score is { } name && row.Value is { } value)
            {
                scores[name] = value;
            }
        }

        if (first is not null)
        {
            yield return first.ToResult(tournament, scores);
        }
    }

    private sealed class Row
    {
        public int Round { get; init; }

        public string Resolved { get; init; } = string.Empty;

        public string Model { get; init; } = string.Empty;

        public string ModelName { get; init; } = string.Empty;

        public string Owner { get; init; } = string.Empty;

        public string Username { get; init; } = string.Empty;

        public string AtRisk { get; init; } = "0";

        public string Payout { get; init; } = "0";

        public string Burn { get; init; } = "0";

        public string? Score { get; init; }

        public double? Value { get; init; }

        public RoundResult ToResult(TournamentId tournament, IReadOnlyDictionary<string, double> scores) => new(
            new RoundId(tournament, Round),
            StoredTime.Read(Resolved),
            new ModelId(Guid.Parse(Model)),
            ModelName,
            new AccountId(Guid.Parse(Owner)),
            Username,
            Nmr.Parse(AtRisk),
            Nmr.Parse(Payout) - Nmr.Parse(Burn),
            scores);
    }
}
