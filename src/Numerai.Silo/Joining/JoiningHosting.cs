using Microsoft.AspNetCore.Connections;
using Numerai.Web.Authentication;
using Orleans.Configuration;

namespace Numerai.Silo.Joining;

/// <summary>Decides who may speak to a silo.</summary>
internal static class JoiningHosting
{
    private const string Purpose = "silo-handshake";

    /// <summary>Lets only silos with the same secret and cluster id exchange messages with this one, over TLS where it is set.</summary>
    /// <param name="silo">The silo.</param>
    /// <param name="secrets">The secret that the silos of a cluster share.</param>
    /// <param name="tls">Null for none.</param>
    public static ISiloBuilder JoinOnlyBySecret(this ISiloBuilder silo, ServerSecrets secrets, SiloTls? tls = null)
    {
        var key = secrets.Derive(Purpose);
        return silo.Configure<SiloConnectionOptions>(options =>
        {
            options.ConfigureSiloInboundConnection(builder =>
            {
                var (door, own) = (Door(builder, key), Details(builder).SiloAddress.Endpoint);
                if (tls is not null)
                {
                    builder.Use(door.Outside).UseServerTls(tls.Inbound);
                }

                builder.Use(next => door.Inbound(next, own));
            });
            options.ConfigureSiloOutboundConnection(builder =>
            {
                var door = Door(builder, key);
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

    private static SiloDoor Door(IConnectionBuilder builder, byte[] key) => new(
        new SiloHandshake(new SiloProof(key, Details(builder).ClusterId)),
        TimeProvider.System,
        builder.ApplicationServices.GetRequiredService<ILogger<SiloDoor>>());

    private static ILocalSiloDetails Details(IConnectionBuilder builder) =>
        builder.ApplicationServices.GetRequiredService<ILocalSiloDetails>();
}
