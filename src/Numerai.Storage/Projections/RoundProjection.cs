using System.Globalization;
using Numerai.Contracts;
using Numerai.Tournament.Actors;

namespace Numerai.Storage.Projections;

internal static class RoundProjection
{
    private const string Schedule = """
        INSERT INTO rounds (tournament, round, phase, opens, closes, resolves)
        VALUES (@tournament, @number, @phase, @opens, @closes, @resolves)
        """;

    private const string Open = "UPDATE rounds SET phase = @phase WHERE tournament = @tournament AND round = @number";

    private const string Close = """
        UPDATE rounds SET phase = @phase, submissions = @submissions, at_risk = @atRisk, payout_factor = @payoutFactor
        WHERE tournament = @tournament AND round = @number
        """;

    private const string Cancel = "UPDATE rounds SET phase = @phase WHERE tournament = @tournament AND round = @number";

    private const string Resolve = """
        UPDATE rounds SET phase = @phase, merkle_root = @root, paid = @paid, burned = @burned, resolved = @resolved
        WHERE tournament = @tournament AND round = @number
        """;

    public static Task ScheduleAsync(ProjectionTables tables, RoundScheduled scheduled) => tables.ExecuteAsync(
        Schedule,
        new
        {
            tournament = scheduled.Round.Tournament.Number,
            number = scheduled.Round.Number,
            phase = nameof(RoundPhase.Scheduled),
            opens = StoredTime.Write(scheduled.Opens),
            closes = StoredTime.Write(scheduled.Closes),
            resolves = StoredTime.Write(scheduled.Resolves),
        });

    public static Task OpenAsync(ProjectionTables tables, RoundOpened opened) => UpdateAsync(
        tables,
        opened.Round,
        Open,
        new { tournament = opened.Round.Tournament.Number, number = opened.Round.Number, phase = nameof(RoundPhase.Open) });

    public static Task CloseAsync(ProjectionTables tables, RoundClosed closed) => UpdateAsync(
        tables,
        closed.Round,
        Close,
        new
        {
            tournament = closed.Round.Tournament.Number,
            number = closed.Round.Number,
            phase = nameof(RoundPhase.Closed),
            submissions = closed.Submissions,
            atRisk = closed.AtRisk.ToString(),
            payoutFactor = closed.PayoutFactor.ToString(CultureInfo.InvariantCulture),
        });

    public static Task CancelAsync(ProjectionTables tables, RoundCancelled cancelled) => UpdateAsync(
        tables,
        cancelled.Round,
        Cancel,
        new { tournament = cancelled.Round.Tournament.Number, number = cancelled.Round.Number, phase = nameof(RoundPhase.Cancelled) });

    public static Task ResolveAsync(ProjectionTables tables, RoundResolved resolved, DateTimeOffset time) => UpdateAsync(
        tables,
        resolved.Round,
        Resolve,
        new
        {
            tournament = resolved.Round.Tournament.Number,
            number = resolved.Round.Number,
            phase = nameof(RoundPhase.Resolved),
            root = resolved.MerkleRoot,
            paid = resolved.Paid.ToString(),
            burned = resolved.Burned.ToString(),
            resolved = StoredTime.Write(time),
        });

    /// <summary>
    /// A round's events come from one actor and in order, so the round is there; if not, the tables are not these events'.
    /// </summary>
    private static async Task UpdateAsync(ProjectionTables tables, RoundId round, string statement, object parameters)
    {
        if (await tables.ExecuteAsync(statement, parameters) != 1)
        {
            throw new InvalidOperationException($"Round {round} has events after its opening but was never opened in these tables.");
        }
    }
}
