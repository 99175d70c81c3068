using Numerai.Contracts;

namespace Numerai.Local.Tests.Behaviour;

/// <summary>Whatever fails while a round runs by itself, it is opened, closed, scored and resolved once, as without.</summary>
public sealed class AutomationFaultTests : StoryFaultTests, IDisposable
{
    private readonly TinyFeed _feed = new();

    public void Dispose() => _feed.Dispose();

    protected override async Task PrepareAsync(ITournamentHost host)
    {
        await new TinyTournament(host).PrepareAsync();
        await AutomatedStory.OpenOnTuesdaysAsync(host, TournamentId.Classic);
        await _feed.WriteRoundAsync(1);
        _feed.WriteTarget(1, 1);
        _feed.WriteTarget(1, 2);
        await AutomatedStory.ConfigureAsync(host, TournamentId.Classic, _feed.Folder);
    }

    protected override async Task TellAsync(ITournamentHost host, Func<Func<Task>, Task> attempt, Func<Func<Task>, Task> safely)
    {
        await AutomatedStory.TickAsync(host, attempt);
        await safely(async () =>
        {
            foreach (var model in TinyTournament.Models)
            {
                await FaultedTournament.SubmitAsync(host, model, 1);
            }
        });
        await AutomatedStory.RunAsync(host, attempt);
    }

    protected override async Task<string> OutcomeAsync(ITournamentHost host) =>
        await AutomatedStory.StepsAsync(host, TournamentId.Classic) + await Fingerprint.OfAsync(host);
}
