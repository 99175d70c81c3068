using Microsoft.AspNetCore.Connections;
using Numerai.Grains.Serialization;
using Numerai.Web.Authentication;
using Orleans.Configuration;

namespace Numerai.Silo.Joining;

/// <summary>Decides who may speak to a silo.</summary>
internal static class JoiningHosting
{
    private const string Purpose = "silo-handshake";

    /// <summary>
    /// Lets only silos with the same secret, cluster id and protocol exchange messages with this one, over TLS where it is set.
    /// </summary>
    /// <param name="silo">The silo.</param>
    /// <param name="secrets">The secret that the silos of a cluster share.</param>
    /// <param name="tls">Null for none.</param>
    /// <param name="protocol">The number of the protocol that it speaks.</param>
    public static ISiloBuilder JoinOnlyBySecret(
        this ISiloBuilder silo, ServerSecrets secrets, SiloTls? tls = null, byte protocol = WireProtocol.Number)
    {
        var key = secrets.Derive(Purpose);
        return silo.Configure<SiloConnectionOptions>(options =>
        {
            options.ConfigureSiloInboundConnection(builder =>
            {
                var (door, own) = (Door(builder, key, protocol), Details(builder).SiloAddress.Endpoint);
                if (tls is not null)
                {
                    builder.Use(door.Outside).UseServerTls(tls.Inbound);
                }

                builder.Use(next => door.Inbound(next, own));
            });
            options.ConfigureSiloOutboundConnection(builder =>
            {
                var door = Door(builder, key, protocol);
                if (tls is not null)
                {
                    builder.Use(door.Outside).UseClientTls(tls.Outbound);
                }

                builder.Use(door.Outbound);
            });

            // Nothing listens for clients; if something ever did, it would find nobody at home.
            options.ConfigureGatewayInboundConnection(builder => builder.Use(_ => context =>
            {
                context.Abort();
                return Task.CompletedTask;
            }));
        });
    }

    private static SiloDoor Door(IConnectionBuilder builder, byte[] key, byte protocol) => new(
        new SiloHandshake(new SiloProof(key, Details(builder).ClusterId, protocol)),
        TimeProvider.System,
        builder.ApplicationServices.GetRequiredService<ILogger<SiloDoor>>());

    private static ILocalSiloDetails Details(IConnectionBuilder builder) =>
        builder.ApplicationServices.GetRequiredService<ILocalSiloDetails>();
}
