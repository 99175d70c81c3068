using Numerai.Contracts;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Tournament.Rounds.Scoring;
using Numerai.Tournament.Rounds.Settings;

namespace Numerai.Tournament.Tests.Rounds.Presets;

/// <summary>The registry of tournaments, and what every preset in it has to be for the code that asks it.</summary>
public sealed class TournamentsTests
{
    public static TheoryData<int> Numbers => [.. Tournaments.Ids.Select(id => id.Number)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_preset_is_found_by_its_number_its_word_and_its_files(int number)
    {
        var preset = Tournaments.Of(new TournamentId(number));
        Assert.Equal(number, preset.Id.Number);
        Assert.Equal(preset, Tournaments.Find(preset.Word));
        Assert.Equal(preset.Id, Tournaments.Read(number).Value);
        Assert.Equal(preset, Tournaments.OfDataset($"{preset.Release}/live.parquet"));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_preset_agrees_with_itself(int number)
    {
        var preset = Tournaments.Of(new TournamentId(number));
        Assert.Equal(
            (1, preset.Id, preset.Name), (preset.FirstSettings.Version, preset.FirstSettings.Tournament, preset.FirstSettings.Name));
        Assert.Null(SettingsValidation.Check(preset.FirstSettings));
        Assert.Equal(TargetColumns.Main, preset.Targets[0]);
        Assert.All(preset.Scores, plan => Assert.InRange(plan.Target, 0, preset.Targets.Length - 1));
        Assert.All(preset.FirstSettings.Payout.Multipliers.Keys, paying => Assert.Contains(
            preset.Scores, plan => plan.Names.Any(score => score.Name == paying)));
        if (preset.Days is { } days)
        {
            Assert.True(preset.KeepsIds);
            Assert.Equal((number, preset.Release, preset.HoldsPortfolios), (days.Tournament, days.Version, days.Portfolio));
            Assert.Equal(preset.FirstSettings.Submission.KeyColumns[0], days.KeyColumn);
            Assert.Equal(preset.FirstSettings.Scoring.Days, days.ScoringDays);
        }
    }

    [Fact]
    public void Numbers_names_and_folders_are_each_of_one_tournament()
    {
        Assert.Distinct(Tournaments.Ids);
        Assert.Distinct(Tournaments.All.Select(preset => preset.Word));
        Assert.Distinct(Tournaments.All.Select(preset => preset.Folder));
    }

    [Fact]
    public void An_unknown_number_is_refused_with_those_that_there_are()
    {
        var refusal = Tournaments.Read(9).Refusal;
        Assert.Equal(RefusalCodes.InvalidRequest, refusal!.Code);
        Assert.Equal("There is no tournament 9; there are 8 (Classic), 11 (Signals) and 12 (Crypto).", refusal.Message);
        Assert.Null(Tournaments.Find(new TournamentId(9)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tournaments.Of(new TournamentId(9)));
    }

    [Fact]
    public void Where_none_is_named_the_first_one_is_meant()
    {
        Assert.Equal(TournamentId.Classic, Tournaments.ReadOrDefault(null).Value);
        Assert.Equal(TournamentId.Crypto, Tournaments.ReadOrDefault(12).Value);
        Assert.Equal(TournamentId.Signals, Tournaments.DefaultOfDays.Id);
    }

    [Theory]
    [InlineData("v5.2/live.parquet", 8)]
    [InlineData("my/own/file.csv", 8)]
    [InlineData("signals/v2.1/live_2026-01-09.parquet", 11)]
    [InlineData("signalsofmine/file.csv", 8)]
    [InlineData("crypto/v2.0/live_2026-01-09.parquet", 12)]
    public void A_data_file_is_of_the_tournament_whose_folder_it_is_in(string name, int number) =>
        Assert.Equal(number, Tournaments.OfDataset(name).Id.Number);

    /// <summary>Rounds bind themselves to these bytes, and exports of earlier versions were checked against them.</summary>
    [Theory]
    [InlineData(8, "12cd1fc3e86f5e84")]
    [InlineData(11, "9cb138a2584204d3")]
    [InlineData(12, "e6a4ce928864c2a3")]
    public void First_settings_are_those_of_earlier_versions(int number, string sha256) => Assert.Equal(
        sha256,
        Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(StoredJson.Write(TournamentDefaults.Of(new TournamentId(number)))))[..16]);
}
