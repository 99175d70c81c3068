using Numerai.Contracts;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;
using Numerai.Data.Targets;
using Numerai.Scoring.Indexed;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger.Audit;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Schedule;
using Numerai.Tournament.Rounds.Scoring;
using Numerai.Tournament.Rounds.Submissions;
using Numerai.Tournament.Universes;
using static Numerai.Behaviour.Signals.TinySignals;

namespace Numerai.Behaviour.Signals;

/// <summary>What a Signals round does, on any host.</summary>
public abstract class SignalsRoundSuite : IAsyncLifetime
{
    private ITournamentHost _host = null!;
    private TinySignals _signals = null!;

    protected abstract Task<ITournamentHost> StartAsync();

    public async ValueTask InitializeAsync()
    {
        _host = await StartAsync();
        _signals = new TinySignals(_host);
        await _signals.PrepareAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_universe_is_published_once_and_survives_a_restart()
    {
        var published = (await _signals.PublishUniverseAsync(1)).Require();
        Assert.Equal((Rows, "numerai_ticker", Neutralizers), (published.Rows, published.KeyColumn, published.Portfolio.Columns));
        Assert.Equal(["sedol", "ticker"], published.Aliases);

        await _host.RestartAsync();

        var universe = _host.Actors.Universe(new UniverseId(TournamentId.Signals, Date(1)));
        Assert.Equal(published.Ids, (await universe.GetAsync()).Require().Ids);
        Assert.Equal(published.Ids, (await _signals.PublishUniverseAsync(1)).Require().Ids);
        var settings = (await _host.Actors.Schedule(TournamentId.Signals).GetAsync()).Require().Settings;
        var other = await universe.PublishAsync(new PublishUniverse(published.LiveDataset, null, null, settings.Submission));
        Assert.Equal(RefusalCodes.UniverseExists, other.Refusal?.Code);
        var missing = await _host.Actors.Universe(new UniverseId(TournamentId.Signals, Date(2))).GetAsync();
        Assert.Equal(RefusalCodes.UniverseNotFound, missing.Refusal?.Code);
    }

    [Fact]
    public async Task A_wrong_universe_is_replaced_until_a_round_stands_on_it()
    {
        var right = (await _signals.PublishUniverseAsync(1)).Require();
        var universe = _host.Actors.Universe(new UniverseId(TournamentId.Signals, Date(1)));
        var settings = (await _host.Actors.Schedule(TournamentId.Signals).GetAsync()).Require().Settings;
        var bare = new PublishUniverse(right.LiveDataset, null, null, settings.Submission, Replace: true);
        var whole = new PublishUniverse(
            right.LiveDataset, right.NeutralizerDataset, right.SampleWeightDataset, settings.Submission, Replace: true);

        Assert.Equal(0, (await universe.PublishAsync(bare)).Require().Portfolio.Columns);
        Assert.Equal(0, (await universe.GetAsync()).Require().Portfolio.Columns);
        Assert.Equal(Neutralizers, (await universe.PublishAsync(whole)).Require().Portfolio.Columns);

        await _signals.OpenAsync(1);
        await _host.RestartAsync();
        universe = _host.Actors.Universe(new UniverseId(TournamentId.Signals, Date(1)));

        var late = (await universe.PublishAsync(bare)).Refusal;
        Assert.Equal(RefusalCodes.UniverseExists, late?.Code);
        Assert.Contains("round 1 stands on it", late?.Message, StringComparison.Ordinal);
        Assert.Equal(Neutralizers, (await universe.PublishAsync(whole)).Require().Portfolio.Columns);
    }

    [Fact]
    public async Task A_round_that_is_refused_leaves_its_universe_free_to_be_replaced()
    {
        var right = (await _signals.PublishUniverseAsync(1)).Require();
        var refused = await _host.Actors.OpenRoundAsync(TournamentId.Signals,
            new OpenNextRound(1, null, null, string.Empty, "no-such-benchmark.parquet", null, Date(1)));
        Assert.False(refused.Accepted);

        var settings = (await _host.Actors.Schedule(TournamentId.Signals).GetAsync()).Require().Settings;
        var universe = _host.Actors.Universe(new UniverseId(TournamentId.Signals, Date(1)));
        Assert.True(
            (await universe.PublishAsync(new PublishUniverse(right.LiveDataset, null, null, settings.Submission, Replace: true))).Accepted);
    }

    [Fact]
    public async Task Churn_and_turnover_are_told_at_upload_and_decide_what_is_at_risk()
    {
        await _signals.OpenAsync(1);
        var first = (await SubmitAsync(Models[0], 1)).Require();
        Assert.Equal(new Movement(1, 1, 0, WithinLimits: false), first.Movement);
        Assert.Contains("nothing is at risk", first.Notes, StringComparison.Ordinal);
        (await SubmitAsync(Models[2], 1)).Require();
        var firstClosed = await CloseAsync(1);
        Assert.Equal((2, Nmr.Zero), (firstClosed.Submissions, firstClosed.AtRisk));

        await _host.AdvanceToAsync(TinyTournament.Start.AddDays(1));
        await _signals.OpenAsync(2);
        var steady = (await SubmitAsync(Models[0], 2)).Require().Movement!;
        var restless = (await SubmitAsync(Models[2], 2)).Require().Movement!;

        Assert.Equal((0, 0, 1, true), (steady.Churn, steady.Turnover, steady.Compared, steady.WithinLimits));
        Assert.False(restless.WithinLimits);
        var (now, then) = (Snapshot(Models[2], 2), Snapshot(Models[2], 1));
        Assert.Equal(IndexedMovement.Churn(now.Ranks, then.Ranks), restless.Churn, 1e-9);
        Assert.Equal(IndexedMovement.Turnover(now.Weights, then.Weights), restless.Turnover, 1e-9);
        Assert.Equal(Nmr.FromNmr(100), (await CloseAsync(2)).AtRisk);
    }

    [Fact]
    public async Task A_submission_may_use_any_kind_of_id_and_unknown_ids_are_named()
    {
        await _signals.OpenAsync(1);
        var signal = Signal(Models[0], 1);
        var byTicker = (await SubmitAsync(Models[0], 1)).Require();
        var bySedol = (await _signals.SubmitAsync(
            Models[0], Csv("sedol,signal", signal, row => row == 5 ? "BXXXXXX" : Sedol(row)))).Require();

        Assert.Equal((Rows - 1, 1), (bySedol.Rows, bySedol.Dropped));
        Assert.Contains("'BXXXXXX'", bySedol.Notes, StringComparison.Ordinal);
        var (left, right) = (await CodesAsync(byTicker.Id), await CodesAsync(bySedol.Id));
        Assert.True(left.Zip(right).Count(pair => Math.Abs(pair.First - pair.Second) <= 4) >= Rows - 1);

        var mixed = await _signals.SubmitAsync(
            Models[0], Csv("sedol,signal", signal, row => row == 5 ? TinySignals.Ticker(row) : Sedol(row)));
        Assert.Equal("invalid_submission_ids", mixed.Refusal?.Code);
        Assert.Contains("numerai_ticker", mixed.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_queued_submission_is_carried_over_by_its_tickers_and_told_its_churn()
    {
        await _signals.OpenAsync(1);
        (await SubmitAsync(Models[0], 1)).Require();
        await CloseAsync(1);
        var queued = (await SubmitAsync(Models[0], 1)).Require();
        Assert.Equal((SubmissionStatus.Queued, (Movement?)null), (queued.Status, queued.Movement));

        await _host.AdvanceToAsync(TinyTournament.Start.AddDays(1));
        await _signals.OpenAsync(2);

        var carried = (await _host.Submissions.SelectedAsync(Round(2))).Single();
        Assert.Equal((queued.Id, 1, true), (carried.Id, carried.Movement!.Compared, carried.Movement.WithinLimits));
    }

    [Fact]
    public async Task A_round_is_scored_by_the_formulas_and_pays_for_alpha_and_contribution()
    {
        await RunAsync(1);
        await _host.AdvanceToAsync(TinyTournament.Start.AddDays(1));
        var resolved = await RunAsync(2);

        var table = StoredJson.Read<ScoreTable>(await _host.Objects.GetAsync(resolved.ScoreTables[Days]));
        var steady = table.Models.Single(model => model.Model == Models[0].Id).Scores;
        Assert.Equal(["alpha", "corr_v4", "cwmm", "fnc_v4", "ic_v2", "mmc", "mpc", "ric"], steady.Keys);
        var metaModel = VectorObject.Read(await _host.Objects.GetAsync(resolved.NaiveMetaModel!), Rows);
        Assert.All(metaModel.Zip(SignalsOracle.NaiveMetaModel(2)), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
        var oracle = new SignalsOracle(2, Days, metaModel);
        foreach (var (name, expected) in oracle.ScoresOf(Models[0]))
        {
            Assert.True(Math.Abs(expected - steady[name].Value) < 1e-9, $"{name}: {steady[name].Value:R} is not {expected:R}");
        }

        var entries = StoredJson.Read<SettlementEntry[]>(await _host.Objects.GetAsync(resolved.SettlementEntries!));
        Assert.Equal([Models[0].Id, Models[1].Id], entries.Select(entry => entry.Model).OrderBy(id => id == Models[1].Id));
        var paid = entries.Single(entry => entry.Model == Models[0].Id);
        Assert.Equal(
            (decimal)Math.Clamp((0.3 * steady["alpha"].Value) + (0.8 * steady["mpc"].Value), -0.017, 0.017), paid.Multiplier, 11);
        Assert.True(paid.Payout.IsPositive);
        await _host.SettleAsync();
        var report = await new ConservationCheck(_host.Actors, _host.ReadModel).RunAsync();
        Assert.True(report.Holds, $"{report}");
    }

    private static Data.Submissions.SubmissionSnapshot Snapshot(TinyModel model, int number) =>
        SignalsOracle.Snapshot(Signal(model, number));

    private Task<Outcome<SubmissionRecord>> SubmitAsync(TinyModel model, int number) =>
        _signals.SubmitAsync(model, Csv("numerai_ticker,signal", Signal(model, number), TinySignals.Ticker));

    private async Task<ushort[]> CodesAsync(SubmissionId submission)
    {
        var codes = new ushort[Rows];
        await _host.Submissions.ReadCodesAsync([submission], Rows, codes);
        return codes;
    }

    private async Task<RoundView> RunAsync(int number)
    {
        await _signals.OpenAsync(number);
        foreach (var model in Models)
        {
            (await SubmitAsync(model, number)).Require();
        }

        await CloseAsync(number);
        for (var day = 1; day <= Days; day++)
        {
            (await _signals.PublishTargetAsync(number, day)).Require();
        }

        return (await _host.Actors.FinishAsync(Round(number), round => round.ResolveAsync())).Require();
    }

    [Fact]
    public async Task A_target_file_of_another_tournament_universe_or_day_is_refused_also_early()
    {
        await _signals.OpenAsync(1);
        await CloseAsync(1);
        var right = TargetMark.Of(11, UniverseId.Day(Date(1)), 1);
        foreach (var (tournament, daysOff, day) in new[] { ("12", 0, "1"), ("11", 1, "1"), ("11", 0, "2") })
        {
            var refused = await PublishAsync(new TargetMark(tournament, UniverseId.Day(Date(1).AddDays(daysOff)), day));

            Assert.Equal(RefusalCodes.TargetOfAnotherDay, refused.Refusal?.Code);
            Assert.Contains($"published for {right}", refused.Refusal!.Message, StringComparison.Ordinal);
        }

        Assert.Equal(1, (await PublishAsync(right)).Require().ScoredDay);
    }

    private async Task<Outcome<RoundView>> PublishAsync(TargetMark mark)
    {
        string[] columns = ["target", "target_factor_feat_neutral", "target_factor_neutral", "target_raw_return"];
        using var content = new MemoryStream();
        ParquetFile.Write(
            content,
            new Table(
            [
                new TableColumn<string>("numerai_ticker", [.. Enumerable.Range(0, Rows).Select(TinySignals.Ticker)]),
                .. columns.Select(column => new TableColumn<double>(column, Target(column, 1))),
            ]),
            new ParquetWriteOptions { Metadata = mark.ToMetadata() });
        var stored = await _host.Objects.PutAsync($"incoming/{mark.Tournament}-{mark.Round}-{mark.Day}", content.ToArray());
        return await _host.Actors.FinishAsync(Round(1), round => round.PublishTargetAsync(new PublishTarget(1, stored, Early: true)));
    }

    private async Task<RoundView> CloseAsync(int number)
    {
        var view = (await _host.Actors.Round(Round(number)).GetAsync()).Require();
        await _host.AdvanceToAsync(view.Calendar.Closes);
        return (await _host.Actors.Round(Round(number)).GetAsync()).Require();
    }
}
