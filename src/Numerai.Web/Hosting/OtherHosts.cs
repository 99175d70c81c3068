using System.Text.Json;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Identity;
using Numerai.Web.Authentication;

namespace Numerai.Web.Hosting;

/// <summary>What a program with actors of its own (a silo of a cluster) needs beside <see cref="WebApi"/> to serve them.</summary>
public static class OtherHosts
{
    /// <summary>Removes expired uploads every few minutes.</summary>
    public static IServiceCollection AddUploadSweep(this IServiceCollection services) => services.AddHostedService<UploadSweep>();

    /// <summary>
    /// Registers the operator's first key. It follows from the secret that the servers share, so each of them comes to the same key,
    /// whichever starts first, and keeps it in its own data folder.
    /// </summary>
    public static Task<OperatorKey> EnsureOperatorKeyAsync(WebServerOptions options, IActors actors, ServerSecrets secrets, ILogger logger)
    {
        var keys = new ApiKeys(secrets);
        var secret = Convert.ToHexStringLower(secrets.Derive("operator-key"));
        var path = Path.Combine(options.DataFolder, OperatorKey.FileName);
        if (!File.Exists(path))
        {
            var (command, _) = keys.Make(NamedUuid.Account(OperatorKey.Username), secret, "operator's first key", Scopes.All).Require();
            PrivateFile.Create(path, JsonSerializer.Serialize(new { url = options.PublicUrl, publicId = command.PublicId, secretKey = secret }));
        }

        return OperatorKey.EnsureAsync(options, actors, keys, logger);
    }
}
