using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Numerai.Contracts;
using Numerai.Grains.Rules;
using Numerai.Grains.Tests.Behaviour;
using Numerai.Silo.Events;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Governance;
using Numerai.Tournament.Rounds.Submissions;
using Orleans.TestingHost;

namespace Numerai.Grains.Tests.Rules;

/// <summary>What uploads are held to, where they are kept and while it changes.</summary>
public sealed class UploadRulesOnSilosTests
{
    private static readonly TimeSpan _again = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task A_change_is_seen_at_once_on_the_silo_that_gave_it_whichever_silo_carries_it_out()
    {
        await using var host = await ClusterTournamentHost.StartAsync(silos: 3);
        var bytes = 1_000_000L;
        foreach (var silo in host.Silos)
        {
            var rules = silo.ServiceProvider.GetRequiredService<IUploadRules>();
            await rules.OfAsync(TournamentId.Classic);

            await ChangeAsync(Of(silo), ++bytes);

            Assert.Equal(bytes, (await rules.OfAsync(TournamentId.Classic)).MaximumBytes);
        }
    }

    [Fact]
    public async Task A_pause_by_the_council_refuses_the_next_upload_on_the_silo_it_was_given_to()
    {
        await using var host = await ClusterTournamentHost.StartAsync(silos: 2);
        await new TinyTournament(host).PrepareAsync();
        var silo = host.Silos[0];
        var intake = new SubmissionService(
            Of(silo), host.Uploads, host.Submissions, host.Objects, host.Time, silo.ServiceProvider.GetRequiredService<IUploadRules>());
        var model = TinyTournament.Models[0];
        (await intake.BeginAsync(model.Account, model.Id, "first.csv")).Require();

        await PauseAsync(Of(silo), paused: true);
        Assert.Equal(RefusalCodes.UploadsPaused, (await intake.BeginAsync(model.Account, model.Id, "second.csv")).Refusal?.Code);

        await PauseAsync(Of(silo), paused: false);
        (await intake.BeginAsync(model.Account, model.Id, "third.csv")).Require();
    }

    [Fact]
    public async Task Other_silos_see_a_change_by_its_event()
    {
        await using var host = await ClusterTournamentHost.StartAsync(silos: 2);

        // Their time stands still, so that nothing but an event can make them ask again.
        var rules = host.Silos.Select(silo => new KeptUploadRules(new AskedUploadRules(Of(silo)), new FakeTimeProvider())).ToList();
        var listeners = host.Silos.Zip(rules, (silo, kept) => new EventListener(
            host.Stores.Events,
            silo.ServiceProvider.GetRequiredService<IGrainFactory>(),
            kept,
            NullLogger<EventListener>.Instance)).ToList();
        await Task.WhenAll(listeners.Select(listener => listener.StartAsync(TestContext.Current.CancellationToken)));
        var bytes = 1_000_000L;
        using var timer = new PeriodicTimer(_again);
        do
        {
            // A stream may lose an event while silos join, and nobody hears of events from before it listened, so there is another one.
            await SeenAsync();
            await ChangeAsync(host.Actors, ++bytes);
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
        while ((await SeenAsync()).Any(seen => seen.MaximumBytes != bytes));

        await Task.WhenAll(listeners.Select(listener => listener.StopAsync(TestContext.Current.CancellationToken)));

        Task<UploadRules[]> SeenAsync() => Task.WhenAll(rules.Select(kept => kept.OfAsync(TournamentId.Classic).AsTask()));
    }

    private static IActors Of(InProcessSiloHandle silo) => silo.ServiceProvider.GetRequiredService<IActors>();

    private static async Task ChangeAsync(IActors actors, long bytes)
    {
        var settings = (await actors.Schedule(TournamentId.Classic).GetAsync()).Require().Settings;
        (await actors.Schedule(TournamentId.Classic).ChangeSettingsAsync(
            settings with { Version = settings.Version + 1, Submission = settings.Submission with { MaximumBytes = bytes } })).Require();
    }

    private static async Task PauseAsync(IActors actors, bool paused) => (await actors.Governance().PauseUploadsAsync(
        new PauseUploads(GovernanceState.Operator, TournamentId.Classic, paused, "a test"))).Require();
}
