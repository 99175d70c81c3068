using Numerai.Tournament.Actors;
using Numerai.Web.Authentication;

namespace Numerai.Web.Hosting;

/// <summary>What a program with actors of its own (a silo of a cluster) needs beside <see cref="WebApi"/> to serve them.</summary>
public static class OtherHosts
{
    /// <summary>Removes expired uploads every few minutes.</summary>
    public static IServiceCollection AddUploadSweep(this IServiceCollection services) => services.AddHostedService<UploadSweep>();

    /// <summary>Registers the operator's first key, which follows from the secret that the servers share.</summary>
    /// <param name="options">Whose data folder keeps the key.</param>
    /// <param name="actors">The actors.</param>
    /// <param name="secrets">What the servers share.</param>
    /// <param name="recovery">What to run when the key is lost; see <see cref="OperatorKey.RecoverInFolder"/>.</param>
    public static Task<OperatorKey> EnsureOperatorKeyAsync(WebServerOptions options, IActors actors, ServerSecrets secrets, string recovery) =>
        OperatorKey.EnsureSharedAsync(options, actors, secrets, recovery);
}
