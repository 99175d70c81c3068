using System.Collections.Immutable;
using Numerai.Contracts;

namespace Numerai.Tournament.Rounds.Presets;

/// <summary>What the first settings of all shipped tournaments have in common.</summary>
internal static class FirstSettings
{
    public const long UploadBytes = 64L * 1024 * 1024;

    public static TournamentSettings Make(
        TournamentId tournament, string name, SubmissionSettings submission, PayoutSettings payout) => new(
        1,
        tournament,
        name,
        submission,
        payout,
        new ScoringSettings(20, 256),
        new CalendarSettings(
            [DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday],
            new TimeOnly(12, 0),
            TimeSpan.FromHours(1),
            TimeSpan.FromHours(26),
            TimeSpan.FromDays(4),
            [DayOfWeek.Sunday, DayOfWeek.Monday]),
        new AccountSettings(50, TimeSpan.FromDays(30), Nmr.Parse("0.1")));

    public static ImmutableSortedDictionary<string, decimal> Multipliers(params (string Score, decimal Multiplier)[] scores) =>
        scores.ToImmutableSortedDictionary(score => score.Score, score => score.Multiplier, StringComparer.Ordinal);
}
