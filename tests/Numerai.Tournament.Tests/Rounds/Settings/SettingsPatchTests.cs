using Numerai.Contracts;
using Numerai.Tournament.Rounds.Settings;

namespace Numerai.Tournament.Tests.Rounds.Settings;

public sealed class SettingsPatchTests
{
    private static readonly TournamentSettings _settings = TournamentDefaults.Of(TournamentId.Classic);

    [Fact]
    public void A_patch_changes_what_it_names_and_nothing_else()
    {
        var next = SettingsPatch.Apply(
            _settings,
            """{"payout":{"multipliers":{"corr":null,"mmc":"3.5"},"clip":0.04},"calendar":{"openDays":["saturday"]}}""").Require();

        Assert.Equal(2, next.Version);
        Assert.Equal([KeyValuePair.Create("mmc", 3.5m)], next.Payout.Multipliers);
        Assert.Equal(0.04m, next.Payout.Clip);
        Assert.Equal([DayOfWeek.Saturday], next.Calendar.OpenDays);
        Assert.Equal(_settings.Payout.StakeThreshold, next.Payout.StakeThreshold);
        Assert.Equal(_settings.Calendar.OpensAt, next.Calendar.OpensAt);
        Assert.Equal(_settings.Scoring, next.Scoring);
    }

    [Theory]
    [InlineData("""{"payout":{"multipliers":{"mmc":"101"}}}""", "between 0 and 100")]
    [InlineData("""{"payout":{"multipliers":{"luck":"1"}}}""", "luck")]
    [InlineData("""{"payout":{"clip":"2"}}""", "payout.clip")]
    [InlineData("""{"payout":{"clip":"many"}}""", "does not fit")]
    [InlineData("""{"payouts":{"clip":"0.1"}}""", "does not fit")]
    [InlineData("""{"payout":null}""", "does not fit")]
    [InlineData("""{"version":9}""", "neither 'version'")]
    [InlineData("{}", "not a JSON object")]
    [InlineData("[1]", "not a JSON object")]
    [InlineData("clip=0.1", "does not fit")]
    public void A_patch_that_makes_no_valid_settings_is_refused(string patch, string part)
    {
        var refusal = SettingsPatch.Apply(_settings, patch).Refusal;

        Assert.Equal(RefusalCodes.InvalidSettings, refusal?.Code);
        Assert.Contains(part, refusal!.Message, StringComparison.Ordinal);
    }
}
