using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Numerai.Grains.Calls;
using Numerai.Grains.Placement;
using Numerai.Grains.Rules;
using Numerai.Grains.Serialization;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Submissions;
using Orleans.Configuration;

namespace Numerai.Grains;

/// <summary>Puts the actors on a silo.</summary>
public static class GrainsHosting
{
    /// <summary>Name of the storage provider that holds the rows of actors.</summary>
    public const string ActorStorage = "actors";

    /// <summary>
    /// Adds the grains, their serializers and their call filters. The host adds beside it: the ports (<see cref="IObjectStore"/>,
    /// <see cref="ISubmissionStore"/>, <see cref="IDatasetStore"/>, <see cref="IReadModel"/>, <see cref="IBallotStore"/>,
    /// <see cref="IActorDirectory"/>, <see cref="IDataFeed"/>,
    /// <see cref="IEventPublisher"/>), a storage provider named
    /// <see cref="ActorStorage"/>, clustering and reminders.
    /// </summary>
    /// <param name="silo">The silo.</param>
    /// <param name="time">The actors' time. It is not registered as a service: Orleans would run its probes and timers on it.</param>
    public static ISiloBuilder AddActors(this ISiloBuilder silo, TimeProvider? time = null)
    {
        silo.Services.AddContractSerialization();
        silo.Services.AddSingleton<OrleansActors>();
        silo.Services.TryAddSingleton<IActors>(services => services.GetRequiredService<OrleansActors>());
        silo.Services.AddSingleton<IOutboxes>(services => services.GetRequiredService<OrleansActors>());
        silo.Services.AddSingleton(services => new ActorServices(
            time ?? TimeProvider.System,
            services.GetRequiredService<OrleansActors>(),
            services.GetRequiredService<IEventPublisher>(),
            services.GetRequiredService<IObjectStore>(),
            services.GetRequiredService<ISubmissionStore>(),
            services.GetRequiredService<IDatasetStore>(),
            services.GetRequiredService<IReadModel>(),
            services.GetRequiredService<ILoggerFactory>().CreateLogger("Numerai.Actors"))
        {
            Continuations = ActivatorUtilities.CreateInstance<OrleansContinuations>(services),
            Ballots = services.GetRequiredService<IBallotStore>(),
            Directory = services.GetRequiredService<IActorDirectory>(),
            Feed = services.GetRequiredService<IDataFeed>(),

            // Clocks of machines that keep time differ by far less than a second; a time that was handed in is the same for all.
            ClockTolerance = time is null ? TimeSpan.FromSeconds(2) : TimeSpan.Zero,
        });
        silo.Services.AddPlacementDirector<ShardPlacement, ShardPlacementDirector>();
        silo.Services.AddSingleton(services => new KeptUploadRules(
            new AskedUploadRules(services.GetRequiredService<OrleansActors>()), TimeProvider.System));
        silo.Services.TryAddSingleton<IUploadRules>(services => services.GetRequiredService<KeptUploadRules>());
        silo.AddIncomingGrainCallFilter<FaultFilter>().AddIncomingGrainCallFilter<RuleChangeFilter>();
        silo.AddOutgoingGrainCallFilter<RuleChangeFilter>().AddOutgoingGrainCallFilter<RetryFilter>();
        silo.Configure<GrainCollectionOptions>(ActivationAges.Configure);
        return silo.Configure<ClusterMembershipOptions>(SiloLiveness.Configure);
    }
}
