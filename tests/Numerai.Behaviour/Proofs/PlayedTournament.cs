using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Ledger.Checkpoints;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Settings;
using static Numerai.Behaviour.TinyTournament;

namespace Numerai.Behaviour;

/// <summary>Plays the tiny tournament from round to round.</summary>
public sealed class PlayedTournament(ITournamentHost host)
{
    private readonly TinyTournament _tournament = new(host);

    public Task PrepareAsync() => _tournament.PrepareAsync();

    /// <summary>Opens a round and submits every model.</summary>
    public async Task OpenAsync(int number)
    {
        await _tournament.OpenAsync(number);
        foreach (var model in Models)
        {
            (await _tournament.SubmitAsync(model, number)).Require();
        }
    }

    public async Task CloseAsync(int number)
    {
        await host.AdvanceToAsync((await host.Actors.Round(Round(number)).GetAsync()).Require().Calendar.Closes);
        await host.SettleAsync();
    }

    public async Task ScoreAsync(int number)
    {
        for (var day = 1; day <= Days; day++)
        {
            (await _tournament.PublishTargetAsync(number, day)).Require();
        }
    }

    public async Task RunAsync(int number)
    {
        await OpenAsync(number);
        await CloseAsync(number);
        await ScoreAsync(number);
        await ResolveAsync(number);
    }

    public async Task ResolveAsync(int number)
    {
        (await host.Actors.FinishAsync(Round(number), round => round.ResolveAsync())).Require();
        await host.SettleAsync();
    }

    public async Task<LedgerCheckpoint> CheckpointAsync()
    {
        await host.SettleAsync();
        var made = (await host.Actors.LedgerCheckpoints().CheckpointAsync(TimeSpan.Zero)).Require().Latest!;
        await host.SettleAsync();
        return made;
    }

    /// <summary>
    /// Two rounds that overlap, with a drained stake that burns while its release is pending, a withdrawal, a cancelled third round and
    /// several checkpoints.
    /// </summary>
    public async Task WholeHistoryAsync()
    {
        await CheckpointAsync();
        await OpenAsync(1);
        await CloseAsync(1);
        await host.AdvanceToAsync(host.Time.GetUtcNow().AddDays(1));
        var bad = Models.Single(model => model.Name == "ada_bad");
        (await host.Actors.Participant(bad.Account).ChangeStakeAsync(
            new ChangeStake("most", bad.Id, StakeChangeType.Decrease, Nmr.FromNmr(49)))).Require();
        await OpenAsync(2);
        await CloseAsync(2);
        await ScoreAsync(1);
        await CheckpointAsync();
        await host.AdvanceToAsync(host.Time.GetUtcNow().AddDays(30));
        await ResolveAsync(1);
        await CheckpointAsync();
        await ScoreAsync(2);
        await ResolveAsync(2);
        (await host.Actors.Participant(bad.Account).WithdrawAsync(
            new Withdraw(
                "out", Nmr.FromNmr(25), TournamentDefaults.Of(TournamentId.Classic).Accounts))).Require();
        await OpenAsync(3);
        (await host.Actors.FinishAsync(Round(3), round => round.CancelAsync("The data were wrong."))).Require();
        await HoldMoveAndEmitAsync(bad);
        await CheckpointAsync();
    }

    /// <summary>Half of one model's stake goes to another of its owner.</summary>
    private async Task SetPortfolioAsync() => (await host.Actors.Participant(Models[2].Account).ChangePortfolioAsync(new ChangePortfolio(
        "half", TournamentId.Classic, PortfolioChangeType.Set, Nmr.Zero,
        [new(Models[2].Id, 1), new(Models[3].Id, 1)])
    {
        Rules = new StakeSettings(Portfolios: true),
    })).Require();

    /// <summary>A hold that is released and one that stands, a move between models of one account, and NMR by schedule.</summary>
    private async Task HoldMoveAndEmitAsync(TinyModel of)
    {
        var (account, now) = (host.Actors.Participant(of.Account), host.Time.GetUtcNow());
        (await account.PlaceHoldAsync(new PlaceHold("over", Nmr.FromNmr(1), "Dispute", null))).Require();
        (await account.ReleaseHoldAsync("over")).Require();
        (await account.PlaceHoldAsync(new PlaceHold("standing", Nmr.FromNmr(2), "Dispute", null))).Require();
        var good = Models.Single(model => model.Name == "ada_good");
        (await account.ChangeStakeAsync(new ChangeStake("to bad", good.Id, StakeChangeType.Move, Nmr.FromNmr(3))
        {
            To = of.Id,
            Rules = new StakeSettings(true)
        }))
            .Require();
        await SetPortfolioAsync();
        var schedule = host.Actors.Schedule(TournamentId.Classic);
        var settings = (await schedule.GetAsync()).Require().Settings;
        var emission = new EmissionSettings([new EmissionPeriod(now.AddHours(1), TimeSpan.FromDays(1), Nmr.Parse("0.1"))]);
        (await schedule.ChangeSettingsAsync(settings with { Version = settings.Version + 1, Emission = emission })).Require();
        await host.AdvanceToAsync(now.AddDays(2));
    }
}
