using System.Text.Json;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Identity;
using Numerai.Tournament.Participants;
using Numerai.Web.Authentication;

namespace Numerai.Web.Hosting;

/// <summary>
/// The operator's first key. It is made at the first start and kept in the data folder, in the form of a client's configuration file, so
/// that <c>numerai --config FOLDER/operator.json</c> acts as the operator.
/// </summary>
/// <param name="New">Whether this start made it.</param>
public sealed record OperatorKey(string Path, string PublicId, string SecretKey, bool New)
{
    public const string FileName = "operator.json";
    public const string Username = "operator";

    /// <summary>Does not show the secret.</summary>
    public override string ToString() => $"{nameof(OperatorKey)} {{ Path = {Path}, PublicId = {PublicId} }}";

    /// <summary>
    /// The file is written before the account is registered with its secret: a crash in between leaves a file that the next start
    /// registers.
    /// </summary>
    internal static async Task<OperatorKey> EnsureAsync(WebServerOptions options, IActors actors, ApiKeys keys, ILogger logger)
    {
        var path = System.IO.Path.Combine(options.DataFolder, FileName);
        var account = NamedUuid.Account(Username);
        var kept = Read(path);
        var (command, secret) = keys.Make(account, kept?.SecretKey, "operator's first key", Scopes.All).Require();
        if (kept is null)
        {
            var url = options.PublicUrl ?? LocalUrl(options.Url);
            PrivateFile.Create(path, JsonSerializer.Serialize(new KeptKey(url, command.PublicId, secret), _json));
        }

        var registered = await actors.Participant(account).RegisterAsync(new RegisterAccount(Username, command));
        if (!registered.Accepted)
        {
            logger.LogWarning("The key in {Path} is not the operator's (it was revoked, or belongs to another database).", path);
        }

        return new OperatorKey(path, command.PublicId, secret, kept is null);
    }

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>How this machine reaches a server that listens on every address; null when the port is not known before the start.</summary>
    private static string? LocalUrl(string listen)
    {
        var url = new UriBuilder(listen);
        url.Host = url.Host is "0.0.0.0" or "[::]" ? "127.0.0.1" : url.Host;
        return url.Port == 0 ? null : url.Uri.ToString().TrimEnd('/');
    }

    private static KeptKey? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<KeptKey>(File.ReadAllText(path), _json);
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{path} does not hold a key: {fault.Message}", fault);
        }
    }

    private sealed record KeptKey(string? Url, string PublicId, string SecretKey);
}
