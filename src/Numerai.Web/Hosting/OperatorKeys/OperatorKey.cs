using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;
using Numerai.Web.Authentication;

namespace Numerai.Web.Hosting;

/// <summary>
/// The operator's key. The first start of a platform makes it and keeps it in the data folder, in the form of a client's configuration
/// file, so that <c>numerai --config FOLDER/operator.json</c> acts as the operator. Its secret is in that file and nowhere else.
/// </summary>
/// <param name="PublicId">Empty when the file is missing.</param>
/// <param name="SecretKey">Empty when the file is missing.</param>
/// <param name="Recovery">What to run when the key is lost.</param>
public sealed record OperatorKey(string Path, string PublicId, string SecretKey, OperatorKeyState State, string Recovery)
{
    public const string FileName = "operator.json";
    public const string Username = "operator";
    private const string FirstKeyName = "operator's first key";

    /// <summary>Whether this start made it.</summary>
    public bool New => State == OperatorKeyState.Made;

    /// <summary>How the key of a stopped single-machine server is recovered.</summary>
    public static string RecoverInFolder(string folder) => $"`numerai operator key recover --data {folder}`";

    /// <summary>How the key of a stopped cluster is recovered.</summary>
    public static string RecoverInCluster(string path) =>
        $"`numerai operator key recover --postgresql CONNECTION --secret-file FILE --out {path}`";

    /// <summary>One line for whoever started the server: where the key is, or what to do without it.</summary>
    public string Describe() => State switch
    {
        OperatorKeyState.Made => $"Operator's key: made, and kept in {Path}.",
        OperatorKeyState.Kept => $"Operator's key: {Path}",
        OperatorKeyState.Missing =>
            $"Operator's key: {Path} is missing, and the key of the operator that the database has can't be made again; "
            + $"put a kept copy of the file there, or stop the server and run {Recovery}.",
        _ => $"Operator's key: {Path} holds a key that is not the operator's (it was revoked or replaced, or belongs to another database); "
            + $"put a copy of the valid one there, or stop the server and run {Recovery}.",
    };

    /// <summary>Does not show the secret.</summary>
    public override string ToString() => $"{nameof(OperatorKey)} {{ Path = {Path}, PublicId = {PublicId}, State = {State} }}";

    /// <summary>
    /// The first key follows from the secret, so each of several servers that share one comes to the same key, whichever starts first, and
    /// keeps it in its own folder, as long as it was not replaced; and a start that is cut short anywhere is made good by the next.
    /// </summary>
    /// <param name="options">Whose data folder keeps the key.</param>
    /// <param name="actors">Where the operator's account is registered with it.</param>
    /// <param name="secrets">What the servers share.</param>
    /// <param name="recovery">What to run when the key is lost; see <see cref="RecoverInFolder"/>.</param>
    public static async Task<OperatorKey> EnsureAsync(WebServerOptions options, IActors actors, ServerSecrets secrets, string recovery)
    {
        var path = PathIn(options);
        var keys = new ApiKeys(secrets);
        if (OperatorKeyFile.Read(path) is { } kept)
        {
            return await CheckAsync(path, kept, actors, keys, recovery);
        }

        var (command, secret) = Make(keys, Convert.ToHexStringLower(secrets.Derive("operator-key")));
        if (!(await RegisterAsync(actors, command)).Accepted)
        {
            return new OperatorKey(path, string.Empty, string.Empty, OperatorKeyState.Missing, recovery);
        }

        PrivateFile.Create(path, new OperatorKeyFile(AddressOf(options), command.PublicId, secret).ToJson());
        return new OperatorKey(path, command.PublicId, secret, OperatorKeyState.Made, recovery);
    }

    private static async Task<OperatorKey> CheckAsync(string path, OperatorKeyFile kept, IActors actors, ApiKeys keys, string recovery)
    {
        var (command, secret) = Make(keys, kept.SecretKey);
        var registered = await RegisterAsync(actors, command);
        var state = registered.Accepted ? OperatorKeyState.Kept : OperatorKeyState.Refused;
        return new OperatorKey(path, command.PublicId, secret, state, recovery);
    }

    private static (AddApiKey Command, string Secret) Make(ApiKeys keys, string? secret) =>
        keys.Make(NamedUuid.Account(Username), secret, FirstKeyName, Scopes.All).Require();

    /// <summary>Accepted too when the account is there and has this key.</summary>
    private static Task<Outcome<AccountView>> RegisterAsync(IActors actors, AddApiKey command) =>
        actors.Participant(NamedUuid.Account(Username)).RegisterAsync(new RegisterAccount(Username, command));

    private static string PathIn(WebServerOptions options) => System.IO.Path.Combine(options.DataFolder, FileName);

    /// <summary>
    /// How participants, or this machine, reach a server that listens on every address; null when the port is not known yet.
    /// </summary>
    private static string? AddressOf(WebServerOptions options)
    {
        if (options.PublicUrl is { } known)
        {
            return known;
        }

        var url = new UriBuilder(options.Url);
        url.Host = url.Host is "0.0.0.0" or "[::]" ? "127.0.0.1" : url.Host;
        return url.Port == 0 ? null : url.Uri.ToString().TrimEnd('/');
    }
}
