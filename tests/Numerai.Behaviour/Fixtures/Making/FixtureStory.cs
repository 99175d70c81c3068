using Numerai.Contracts;

namespace Numerai.Behaviour.Fixtures.Making;

/// <summary>
/// Makes a fixture: plays two weeks over HTTP until there is something of everything that a server keeps: rounds of the three
/// tournaments in every phase, submissions on time, late, queued and delayed, portfolios, moves, pending releases, holds, agreements,
/// proposals, webhooks.
/// </summary>
internal sealed partial class FixtureStory(FixtureClients clients) : IDisposable
{
    /// <summary>A Monday, eight days before the first rounds.</summary>
    public static readonly DateTimeOffset Start = new(2025, 12, 29, 12, 0, 0, TimeSpan.Zero);

    private const int Classic = 8;
    private const int Signals = 11;
    private const int Crypto = 12;
    private const int ScoringDays = 2;

    private readonly FixtureRounds _rounds = new(clients);

    public void Dispose() => _rounds.Dispose();

    public async Task<FixtureContents> PlayAsync()
    {
        await clients.Operator.Operator.MintAsync(Nmr.FromNmr(1000), "genesis");
        foreach (var username in new[] { "ada", "bob", "cyd" })
        {
            await clients.RegisterAsync(username, "500.000000000000000001");
        }

        await SettingsAsync();
        await PassProposalAsync();
        await ModelsAsync();
        await FirstRoundsAsync();
        await MoneyAsync();
        await SettledRoundsAsync();
        await LatestRoundsAsync();
        await OpenProposalsAsync();
        var agreements = await AgreementsAsync();
        await ClosingEntriesAsync();
        var now = await NowAsync();
        var facts = await FixtureFacts.ReadAsync(clients);
        return new FixtureContents(now, clients.Keys, agreements.Feed, agreements.Salt, agreements.Simple, agreements.Escrow, facts);
    }

    private async Task SettingsAsync()
    {
        foreach (var tournament in FixtureFacts.Tournaments)
        {
            var settings = await clients.Operator.Operator.GetSettingsAsync(tournament);
            await clients.Operator.Operator.ChangeSettingsAsync(settings with
            {
                Version = settings.Version + 1,
                Scoring = new ScoringSettings(ScoringDays, 2, PairwiseCorrelations: tournament == Classic),
                Payout = settings.Payout with { StakeThreshold = Nmr.FromNmr(150) },
                Stakes = new StakeSettings(Moves: true, Portfolios: true),
                Emission = tournament == Classic
                    ? new EmissionSettings([new EmissionPeriod(Start.AddDays(3), TimeSpan.FromDays(7), Nmr.Parse("0.5"))])
                    : null,
            });
        }
    }

    private async Task ModelsAsync()
    {
        foreach (var model in FixtureModel.All)
        {
            await clients[model.Owner].Models.CreateAsync(model.Name, model.Tournament);
            if (model.Stake > 0)
            {
                await clients[model.Owner].Stakes.IncreaseStakeAsync(
                    model.Name, Nmr.FromNmr(model.Stake), $"first stake of {model.Name}", model.Tournament);
            }
        }

        await clients["ada"].Portfolios.SetAsync([new("ada_one", 2), new("ada_two", 1)]);
    }

    /// <summary>Two rounds of each tournament that will have closed by themselves.</summary>
    private async Task FirstRoundsAsync()
    {
        await OpenAllAsync(1, DateTimeOffset.MinValue);
        foreach (var model in FixtureModel.All)
        {
            await _rounds.SubmitAsync(model, 1);
        }

        await OpenAllAsync(2, Start.AddDays(10));
        foreach (var model in FixtureModel.All.Where(model => model.Name != "cyd_idle"))
        {
            // One still has the ids of the round before, which are carried over.
            await _rounds.SubmitAsync(model, model.Name == "bob_two" ? 1 : 2);
        }

        await OpenAllAsync(3, Start.AddDays(12));
        foreach (var model in FixtureModel.All.Where(model => model.Owner != "cyd"))
        {
            await _rounds.SubmitAsync(model, 3);
        }
    }

    /// <summary>The first round resolves, the second is being scored, the third stays closed with a late submission.</summary>
    private async Task SettledRoundsAsync()
    {
        foreach (var tournament in FixtureFacts.Tournaments)
        {
            var first = await clients.Anybody.Rounds.GetAsync(tournament, 1);
            await UntilAsync(first.FirstScore);
            await _rounds.ScoreAsync(tournament, 1, 1);
        }

        foreach (var tournament in FixtureFacts.Tournaments)
        {
            await UntilAsync((await clients.Anybody.Rounds.GetAsync(tournament, 1)).Resolves);
            await _rounds.ScoreAsync(tournament, 1, ScoringDays);
            await _rounds.ResolveAsync(tournament, 1);
            await UntilAsync((await clients.Anybody.Rounds.GetAsync(tournament, 2)).FirstScore);
            await _rounds.ScoreAsync(tournament, 2, 1);
        }

        await _rounds.SubmitAsync(FixtureModel.Of("cyd_one"), 3, lateFor: 3);
    }

    /// <summary>
    /// A fourth round is cancelled; a fifth is open with what was queued for it, but in Crypto where all of it waits; the next is
    /// scheduled.
    /// </summary>
    private async Task LatestRoundsAsync()
    {
        foreach (var tournament in FixtureFacts.Tournaments)
        {
            await _rounds.OpenAsync(tournament, 4, await TodayAsync());
            await _rounds.SubmitAsync(FixtureModel.In(tournament).First(), 4);
            await clients.Operator.Operator.CancelRoundAsync(tournament, 4, "The data were wrong.");
            await _rounds.SubmitAsync(FixtureModel.In(tournament).Last(), 4);
        }

        var now = await NowAsync();
        await _rounds.AdvanceAsync(now.AddDays(1));
        foreach (var tournament in new[] { Classic, Signals })
        {
            await _rounds.OpenAsync(tournament, 5, await TodayAsync(), closes: now.AddDays(3));
            await _rounds.SubmitAsync(FixtureModel.In(tournament).First(), 5);
        }

        var later = now.AddDays(4);
        await _rounds.OpenAsync(Classic, 6, Day(later), later);
        await _rounds.OpenAsync(Signals, 6, Day(later), later);
        await _rounds.OpenAsync(Crypto, 5, Day(later), later);
    }

    private async Task OpenAllAsync(int number, DateTimeOffset at)
    {
        await UntilAsync(at);
        foreach (var tournament in FixtureFacts.Tournaments)
        {
            await _rounds.OpenAsync(tournament, number, await TodayAsync());
        }
    }

    private static DateOnly Day(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);

    private async Task<DateOnly> TodayAsync() => Day(await NowAsync());

    private async Task UntilAsync(DateTimeOffset time)
    {
        if (time > await NowAsync())
        {
            await _rounds.AdvanceAsync(time);
        }
    }
}
