using Numerai.Behaviour.Signals;
using Numerai.Contracts;

namespace Numerai.Local.Tests.Behaviour;

/// <summary>
/// A round of Signals, whose universe is published on the way. What comes after its opening is as in Classic and goes well here.
/// </summary>
public sealed class DailyAutomationFaultTests : StoryFaultTests, IDisposable
{
    private static readonly DateOnly _day = new(2026, 1, 5);
    private readonly TinyFeed _feed = new();

    public DailyAutomationFaultTests()
    {
        _feed.WriteUniverse(_day);
        _feed.WriteTarget(_day, 1);
        _feed.WriteTarget(_day, 2);
    }

    public void Dispose() => _feed.Dispose();

    protected override async Task PrepareAsync(ITournamentHost host)
    {
        await new TinySignals(host).PrepareAsync();
        await AutomatedStory.OpenOnTuesdaysAsync(host, TournamentId.Signals);
        await AutomatedStory.ConfigureAsync(host, TournamentId.Signals, _feed.Folder);
    }

    protected override async Task TellAsync(ITournamentHost host, Func<Func<Task>, Task> attempt, Func<Func<Task>, Task> safely)
    {
        await AutomatedStory.TickAsync(host, attempt);
        await safely(() => AutomatedStory.RunAsync(host, command => command()));
    }

    protected override async Task<string> OutcomeAsync(ITournamentHost host) =>
        await AutomatedStory.StepsAsync(host, TournamentId.Signals)
        + (await host.Actors.Universe(new(TournamentId.Signals, _day)).GetAsync()).Require()
        + string.Join('\n', (await host.Datasets.ListAsync()).Select(file => file.ToString()))
        + await Fingerprint.OfAsync(host, TournamentId.Signals, TinySignals.Models);
}
