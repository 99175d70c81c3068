using Microsoft.Extensions.DependencyInjection;
using Numerai.Contracts;
using Numerai.Grains.Serialization;
using Numerai.Grains.Tests.Behaviour;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds.Schedule;
using Numerai.Tournament.Rounds.Settings;
using Orleans.Serialization;

namespace Numerai.Grains.Tests.Wire;

/// <summary>Contracts that nobody can change are handed over as they are on one silo; which those are is read off their fields.</summary>
public sealed class ImmutableContractsTests
{
    private static readonly DeepCopier _copier =
        new ServiceCollection().AddContractSerialization(TestContracts.AndOfDomain).BuildServiceProvider().GetRequiredService<DeepCopier>();

    private static readonly Immutability _immutability = new(TestContracts.AndOfDomain);

    [Fact]
    public void Nothing_that_calls_carry_can_be_changed() => Assert.Empty(
        GrainCalls.Contracts.Select(type => (Type: type, Fault: _immutability.Fault(type)))
            .Where(contract => contract.Fault is not null)
            .Select(contract => $"{contract.Type}: {contract.Fault}"));

    [Fact]
    public void Nothing_that_calls_carry_is_copied() => Assert.All(
        GrainCalls.Contracts.SelectMany(Samples.Concrete).Where(type => !type.IsValueType),
        type =>
        {
            var sent = GrainCalls.IsOutcome(type) ? new Samples().Accepted(type) : new Samples().Make(type);
            Assert.Same(sent, _copier.Copy(sent));
        });

    [Theory]
    [InlineData(typeof(Settable))]
    [InlineData(typeof(Listing))]
    [InlineData(typeof(Viewing))]
    [InlineData(typeof(Arrayed))]
    [InlineData(typeof(Open))]
    [InlineData(typeof(Holding))]
    [InlineData(typeof(Wrapping))]
    public void A_contract_that_can_be_changed_is_found(Type type) => Assert.NotNull(_immutability.Fault(type));

    [Fact]
    public void A_contract_that_leads_to_itself_is_judged_by_its_other_fields() => Assert.Null(_immutability.Fault(typeof(Chain)));

    [Fact]
    public void A_contract_that_can_be_changed_is_copied()
    {
        var sent = new Settable(1) { Changing = 2 };

        var copy = _copier.Copy(sent);

        Assert.NotSame(sent, copy);
        Assert.Equal(sent, copy);
    }

    [Fact]
    public async Task A_call_on_one_silo_hands_over_the_instance_it_was_given_and_answers_with_the_one_it_has()
    {
        await using var host = await ClusterTournamentHost.StartAsync(silos: 1);
        IActors actors = new OrleansActors(host.Silos[0].ServiceProvider.GetRequiredService<IGrainFactory>());
        var schedule = actors.Schedule(TournamentId.Classic);
        var given = TournamentDefaults.Of(TournamentId.Classic) with { Version = 2 };

        var answered = (await schedule.ChangeSettingsAsync(given)).Require();
        var view = (await schedule.GetAsync()).Require();

        Assert.Same(given, answered);
        Assert.Same(given, view.Settings);
    }

    [Fact]
    public async Task A_call_to_another_silo_brings_another_instance_that_is_equal()
    {
        await using var host = await ClusterTournamentHost.StartAsync(silos: 2);
        var given = TournamentDefaults.Of(TournamentId.Classic) with { Version = 2 };
        (await host.Actors.Schedule(TournamentId.Classic).ChangeSettingsAsync(given)).Require();

        var views = new List<ScheduleView>();
        foreach (var silo in host.Silos)
        {
            IActors actors = new OrleansActors(silo.ServiceProvider.GetRequiredService<IGrainFactory>());
            views.Add((await actors.Schedule(TournamentId.Classic).GetAsync()).Require());
        }

        Assert.NotSame(views[0].Settings, views[1].Settings);
        Assert.Null(Differences.Between(views[0], views[1]));
    }
}
