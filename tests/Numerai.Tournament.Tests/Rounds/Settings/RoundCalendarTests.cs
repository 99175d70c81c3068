using Numerai.Contracts;
using Numerai.Tournament.Rounds.Settings;

namespace Numerai.Tournament.Tests.Rounds.Settings;

public sealed class RoundCalendarTests
{
    private static readonly TournamentSettings _settings = TournamentDefaults.Of(TournamentId.Classic);

    [Theory]
    [InlineData("2026-11-21T12:00:00Z", "2026-11-21T12:00:00Z", "2026-11-22T14:00:00Z")] // Saturday, closes on Sunday
    [InlineData("2026-11-21T12:00:01Z", "2026-11-24T12:00:00Z", "2026-11-24T13:00:00Z")] // nothing on Sunday and Monday
    [InlineData("2026-11-24T12:00:00Z", "2026-11-24T12:00:00Z", "2026-11-24T13:00:00Z")]
    [InlineData("2026-11-27T13:00:00Z", "2026-11-28T12:00:00Z", "2026-11-29T14:00:00Z")]
    public void A_round_opens_from_Tuesday_to_Saturday_at_noon(string from, string opens, string closes)
    {
        var calendar = RoundCalendar.Next(_settings, DateTimeOffset.Parse(from));
        Assert.Equal(DateTimeOffset.Parse(opens), calendar.Opens);
        Assert.Equal(DateTimeOffset.Parse(closes), calendar.Closes);
    }

    [Fact]
    public void Scores_come_20_times_from_4_days_after_the_close_and_never_on_Sunday_or_Monday()
    {
        var calendar = RoundCalendar.Next(_settings, DateTimeOffset.Parse("2026-11-24T12:00:00Z"));
        Assert.Equal(20, calendar.ScoringTimes.Length);
        Assert.Equal(DateTimeOffset.Parse("2026-11-28T13:00:00Z"), calendar.FirstScore);
        Assert.DoesNotContain(calendar.ScoringTimes, time => time.DayOfWeek is DayOfWeek.Sunday or DayOfWeek.Monday);
        Assert.Equal(calendar.ScoringTimes[^1], calendar.Resolves);
        Assert.InRange((calendar.Resolves - calendar.Closes).TotalDays, 30, 33);
    }

    [Fact]
    public void The_settings_a_tournament_starts_with_are_valid()
    {
        Assert.Null(SettingsValidation.Check(TournamentDefaults.Of(TournamentId.Classic)));
        Assert.Null(SettingsValidation.Check(TournamentDefaults.Of(TournamentId.Signals)));
        Assert.Null(SettingsValidation.Check(TournamentDefaults.Of(TournamentId.Crypto)));
    }
}
