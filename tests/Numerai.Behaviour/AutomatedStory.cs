using Numerai.Contracts;
using Numerai.Tournament.Automation;
using Numerai.Tournament.Governance;

namespace Numerai.Behaviour;

/// <summary>One round that runs by itself, told tick by tick.</summary>
internal static class AutomatedStory
{
    /// <summary>A tick swallows what fails in it; the next one, still at the same time, makes it good.</summary>
    private const int Ticks = 3;

    private static readonly TimeSpan[] _moments = [
        TimeSpan.FromHours(2), TimeSpan.FromDays(4) + TimeSpan.FromHours(2), TimeSpan.FromDays(6) + TimeSpan.FromHours(23)];

    public static async Task ConfigureAsync(ITournamentHost host, TournamentId tournament, string feed) =>
        (await host.Actors.Automation(tournament).ConfigureAsync(new ConfigureAutomation(GovernanceState.Operator, true, feed,
            null))).Require();

    /// <summary>Rounds open on Tuesdays and are scored on any day, so that one round is the whole story.</summary>
    public static async Task OpenOnTuesdaysAsync(ITournamentHost host, TournamentId tournament)
    {
        var schedule = host.Actors.Schedule(tournament);
        var settings = (await schedule.GetAsync()).Require().Settings;
        (await schedule.ChangeSettingsAsync(settings with
        {
            Version = settings.Version + 1,
            Calendar = settings.Calendar with { OpenDays = [DayOfWeek.Tuesday], QuietDays = [] },
        })).Require();
    }

    public static async Task TickAsync(ITournamentHost host, Func<Func<Task>, Task> attempt)
    {
        for (var tick = 0; tick < Ticks; tick++)
        {
            await attempt(host.TickAsync);
        }
    }

    /// <summary>From the opening to the settlement.</summary>
    public static async Task RunAsync(ITournamentHost host, Func<Func<Task>, Task> attempt)
    {
        foreach (var moment in _moments)
        {
            await attempt(() => host.AdvanceToAsync(TinyTournament.Start + moment));
            await TickAsync(host, attempt);
        }
    }

    /// <summary>The steps taken, each once; the round has resolved and nothing waits.</summary>
    public static async Task<string> StepsAsync(ITournamentHost host, TournamentId tournament)
    {
        var view = (await host.Actors.Automation(tournament).GetAsync()).Require();
        Assert.Empty(view.Waiting);
        Assert.Equal(
            ["Open 0", "Close 0", "Score 1", "Score 2", "Resolve 0"],
            view.Recent.Select(record => $"{record.Step.Kind} {record.Step.Day}"));
        Assert.Equal(RoundPhase.Resolved, (await host.Actors.Round(new RoundId(tournament, 1)).GetAsync()).Require().Phase);
        return string.Join('\n', view.Recent);
    }
}
