using Numerai.Data.Releases;
using Numerai.Data.Signals;

namespace Numerai.Cli.Demo;

/// <summary>Lays the steps of all rounds on one line in time: with a round a week about five are in flight at once.</summary>
internal static class DemoTimeline
{
    private static readonly TimeOnly _publishing = new(14, 0);

    public static IReadOnlyList<DemoStep> Of(IEnumerable<ReleaseRound> rounds) =>
    [
        .. rounds.SelectMany(Steps).OrderBy(step => step.Time).ThenBy(step => step.Round).ThenBy(step => step.Day)
            .ThenBy(step => step.Kind),
    ];

    public static IReadOnlyList<DemoStep> Of(IEnumerable<DailyRound> rounds) =>
        Of(
            rounds.Select(
                round => new ReleaseRound(round.Number, round.Number, round.Date, round.OpensAt, round.ClosesAt, round.ScoringDates)));

    private static IEnumerable<DemoStep> Steps(ReleaseRound round)
    {
        yield return new DemoStep(round.OpensAt, DemoStepKind.Open, round.Number, 0);
        yield return new DemoStep(round.ClosesAt, DemoStepKind.Close, round.Number, 0);
        for (var day = 1; day <= round.ScoringDates.Count; day++)
        {
            yield return new DemoStep(Published(round, day), DemoStepKind.Score, round.Number, day);
        }

        yield return new DemoStep(Published(round, round.ScoringDates.Count), DemoStepKind.Resolve, round.Number, round.ScoringDates.Count);
    }

    private static DateTimeOffset Published(ReleaseRound round, int day) =>
        new(round.ScoringDates[day - 1].ToDateTime(_publishing), TimeSpan.Zero);
}
