using Numerai.Contracts;
using Numerai.Tournament.Ledger.Audit;
using Numerai.Tournament.Rounds;
using static Numerai.Behaviour.TinyTournament;

namespace Numerai.Behaviour;

/// <summary>A tiny tournament on any host, and the steps of its rounds.</summary>
public abstract class RoundSuite : IAsyncLifetime
{
    private protected ITournamentHost Host { get; private set; } = null!;

    private protected TinyTournament Played { get; private set; } = null!;

    protected abstract Task<ITournamentHost> StartAsync();

    public async ValueTask InitializeAsync()
    {
        Host = await StartAsync();
        Played = new TinyTournament(Host);
        await Played.PrepareAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Host.DisposeAsync();
    }

    private protected async Task RunAsync(int number)
    {
        await Played.OpenAsync(number);
        await SubmitAllAsync(number);
        await CloseAsync(number);
        await ScoreAsync(number);
        (await Host.Actors.FinishAsync(Round(number), round => round.ResolveAsync())).Require();
        await Host.SettleAsync();
    }

    private protected async Task SubmitAllAsync(int round)
    {
        foreach (var submitted in await Task.WhenAll(Models.Select(model => Played.SubmitAsync(model, round))))
        {
            Assert.Equal(SubmissionStatus.OnTime, submitted.Require().Status);
        }
    }

    private protected async Task<RoundView> CloseAsync(int round)
    {
        var view = (await Host.Actors.Round(Round(round)).GetAsync()).Require();
        await Host.AdvanceToAsync(view.Calendar.Closes);
        return (await Host.Actors.Round(Round(round)).GetAsync()).Require();
    }

    private protected async Task ScoreAsync(int round)
    {
        for (var day = 1; day <= Days; day++)
        {
            Assert.Equal(day, (await Played.PublishTargetAsync(round, day)).Require().ScoredDay);
        }
    }

    private protected async Task AssertConservedAsync()
    {
        await Host.SettleAsync();
        var report = await new ConservationCheck(Host.Actors, Host.ReadModel).RunAsync();
        Assert.True(report.Holds, $"{report}");
        Assert.Equal(Nmr.FromNmr(2500), report.Issued);
    }
}
