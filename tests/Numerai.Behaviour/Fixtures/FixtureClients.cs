using Numerai.Client;
using Numerai.Contracts;

namespace Numerai.Behaviour.Fixtures;

/// <summary>Everybody of a fixture's tournament, connected to a server.</summary>
public sealed class FixtureClients : IDisposable
{
    private readonly Dictionary<string, NumeraiClient> _clients = new(StringComparer.Ordinal);
    private readonly Uri _url;

    public FixtureClients(Uri url, NumeraiCredentials key)
    {
        _url = url;
        Anybody = Make(null);
        Operator = Make(key);
    }

    public NumeraiClient Anybody { get; }

    public NumeraiClient Operator { get; }

    public SortedDictionary<string, NumeraiCredentials> Keys { get; } = new(StringComparer.Ordinal);

    public NumeraiClient this[string username] => _clients[username];

    /// <summary>With the operator's key that a data folder keeps.</summary>
    public static NumeraiCredentials KeyIn(string folder)
    {
        var kept = NumeraiConfiguration.Read(Path.Combine(folder, "operator.json"))!;
        return new NumeraiCredentials(kept.PublicId!, kept.SecretKey!);
    }

    public void Add(string username, NumeraiCredentials key)
    {
        Keys.Add(username, key);
        _clients.Add(username, Make(key));
    }

    public async Task<NumeraiClient> RegisterAsync(string username, string deposit)
    {
        var registration = await Anybody.Accounts.RegisterAsync(username);
        await Operator.Operator.DepositAsync(username, Nmr.Parse(deposit), "first");
        Add(username, new NumeraiCredentials(registration.Key.PublicId, registration.Key.Secret));
        return this[username];
    }

    public void Dispose()
    {
        foreach (var client in _clients.Values.Append(Anybody).Append(Operator))
        {
            client.Dispose();
        }
    }

    private NumeraiClient Make(NumeraiCredentials? key) => new(new NumeraiClientOptions { Url = _url, Credentials = key });
}
