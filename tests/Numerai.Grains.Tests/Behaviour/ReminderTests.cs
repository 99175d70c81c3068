using System.Collections.Concurrent;
using Numerai.Contracts;
using Numerai.Grains.Actors;
using Orleans.Core.Internal;

namespace Numerai.Grains.Tests.Behaviour;

/// <summary>A reminder outlives the activation that registered it, so one that is there is not written again.</summary>
public sealed class ReminderTests
{
    [Fact]
    public async Task An_actor_that_is_activated_again_does_not_register_its_reminder_again()
    {
        var calls = new TableCalls();
        await using var host = await ClusterTournamentHost.StartAsync(silos: 2, configure: silo => silo.AddIncomingGrainCallFilter(calls));
        var schedule = host.Grains.GetGrain<IScheduleGrain>(TournamentId.Classic.ToString());
        var automation = host.Grains.GetGrain<IAutomationGrain>(TournamentId.Classic.ToString());
        for (var activation = 0; activation < 3; activation++)
        {
            (await schedule.TickAsync()).Require();
            (await automation.TickAsync()).Require();
            await schedule.AsReference<IGrainManagementExtension>().DeactivateOnIdle();
            await automation.AsReference<IGrainManagementExtension>().DeactivateOnIdle();
        }

        Assert.InRange(calls.Of("ReadRow"), 6, int.MaxValue);
        Assert.Equal(2, calls.Of("UpsertRow"));
    }

    /// <summary>Counts the calls of the grain that reminders are kept in.</summary>
    private sealed class TableCalls : IIncomingGrainCallFilter
    {
        private readonly ConcurrentDictionary<string, int> _calls = new(StringComparer.Ordinal);

        public Task Invoke(IIncomingGrainCallContext context)
        {
            _calls.AddOrUpdate(context.MethodName, 1, (_, count) => count + 1);
            return context.Invoke();
        }

        public int Of(string method) => _calls.GetValueOrDefault(method);
    }
}
