using Numerai.Contracts;
using Numerai.Scoring.Ranking;
using Numerai.Scoring.Statistics;
using Numerai.Tournament.Standings.Rows;
using static Numerai.Behaviour.TinyTournament;

namespace Numerai.Behaviour;

/// <summary>
/// What rounds take and refuse, and what is computed beside the scores: the same whatever hosts it, so clusters repeat it by
/// <see cref="Lengths"/> only. Here: how alike submissions are to each other.
/// </summary>
public abstract partial class RoundRulesSuite : RoundSuite
{
    [Fact]
    public async Task Where_settings_want_it_every_on_time_submission_is_compared_with_every_other_across_shards()
    {
        var settings = await Played.SettingsAsync();
        (await Host.Actors.Schedule(TournamentId.Classic).ChangeSettingsAsync(
            settings with { Version = settings.Version + 1, Scoring = settings.Scoring with { PairwiseCorrelations = true } })).Require();
        await Played.OpenAsync(1);
        foreach (var model in Models.Skip(1))
        {
            (await Played.SubmitAsync(model, 1)).Require();
        }

        await CloseAsync(1);
        (await Played.SubmitAsync(Models[0], 1, lateFor: 1)).Require();
        await ScoreAsync(1);
        await Host.SettleAsync();

        var expected = await CorrelationsAsync();
        foreach (var day in Enumerable.Range(1, Days))
        {
            var maximum = await Host.ReadModel.ScoresAsync(new ScoreQuery(null, Round(1), null, "mcwnm", day, 100, 0));
            var average = await Host.ReadModel.ScoresAsync(new ScoreQuery(null, Round(1), null, "apcwnm", day, 100, 0));
            Assert.Equal(expected.Keys.Order(), maximum.Select(row => row.Model).Order());
            Assert.All(maximum, row => Assert.Equal(expected[row.Model].Max(), row.Value!.Value, 1e-9));
            Assert.All(average, row => Assert.Equal(expected[row.Model].Average(), row.Value!.Value, 1e-9));
        }
    }

    [Fact]
    public async Task Without_that_setting_nobody_is_compared()
    {
        await RunAsync(1);

        Assert.Empty(await Host.ReadModel.ScoresAsync(new ScoreQuery(null, Round(1), null, "mcwnm", Days, 100, 0)));
        Assert.Empty(await Host.ReadModel.ScoresAsync(new ScoreQuery(null, Round(1), null, "apcwnm", Days, 100, 0)));
    }

    /// <summary>Of each on-time model with each other one, pair by pair.</summary>
    private async Task<Dictionary<ModelId, double[]>> CorrelationsAsync()
    {
        var selected = await Host.Submissions.SelectedAsync(Round(1));
        var codes = new ushort[selected.Count * Rows];
        await Host.Submissions.ReadCodesAsync([.. selected.Select(record => record.Id)], Rows, codes);
        var tables = new RankTables(Rows);
        var columns = selected.Select(
            (_, model) => Enumerable.Range(0, Rows).Select(row => tables.GaussianPower[codes[(model * Rows) + row]]).ToArray()).ToList();
        return selected.Select((record, model) => (record.Model, Values: columns.Where((_, other) => other != model)
            .Select(other => Correlation.Pearson(columns[model], other)).ToArray())).ToDictionary(pair => pair.Model, pair => pair.Values);
    }
}
