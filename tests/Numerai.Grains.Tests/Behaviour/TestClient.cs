using Microsoft.Extensions.DependencyInjection;
using Numerai.Grains.Calls;
using Numerai.Grains.Serialization;
using Orleans.Configuration;

namespace Numerai.Grains.Tests.Behaviour;

/// <summary>An Orleans client, as only the clusters of tests within one process let in.</summary>
internal static class TestClient
{
    public static IClientBuilder AddActors(this IClientBuilder client)
    {
        client.Services.AddContractSerialization();
        client.AddOutgoingGrainCallFilter<RetryFilter>();
        return client.Configure<ClientMessagingOptions>(options => options.ResponseTimeout = ActorTimeouts.Response);
    }
}
