using Numerai.Grains.Calls;
using Numerai.Grains.Serialization;

namespace Numerai.Grains.Tests.Behaviour;

/// <summary>An Orleans client, as only the clusters of tests within one process let in.</summary>
internal static class TestClient
{
    public static IClientBuilder AddActors(this IClientBuilder client)
    {
        client.Services.AddContractSerialization();
        return client.AddOutgoingGrainCallFilter<RetryFilter>();
    }
}
