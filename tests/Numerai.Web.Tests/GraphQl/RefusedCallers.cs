using Numerai.Client;
using Numerai.Client.Agreements;
using Numerai.Contracts;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.GraphQl;

/// <summary>A server with callers of every kind and an agreement between two of them.</summary>
public sealed class RefusedCallers : IAsyncLifetime
{
    private readonly Dictionary<string, NumeraiCredentials?> _callers = new(StringComparer.Ordinal) { ["nobody"] = null };
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public TestServer Server { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Server.InitializeAsync();
        var rich = await Server.RegisterAsync("rich", "100");
        var poor = await Server.RegisterAsync("poor");
        var other = await Server.RegisterAsync("other");
        var reader = await rich.Client.Accounts.CreateKeyAsync("reader", ["read_user_info"]);
        var staker = await rich.Client.Accounts.CreateKeyAsync("staker", ["stake"]);
        (_callers["rich"], _callers["poor"], _callers["operator"]) =
            (rich.Credentials, poor.Credentials, Server.Operator.Options.Credentials);
        _callers["reader"] = new NumeraiCredentials(reader.PublicId, reader.Secret);
        _callers["staker"] = new NumeraiCredentials(staker.PublicId, staker.Secret);
        var terms = new NewAgreement(AgreementType.Simple, rich.Username, other.Username, GriefRatioType.None, SameRefusalTests.Hash);
        _names["AGREEMENT"] = (await rich.Client.Agreements.CreateAsync(terms, "terms")).Id.ToString();
        (_names["RICH"], _names["OTHER"]) = (rich.Username, other.Username);
    }

    public NumeraiCredentials? Find(string caller) => _callers[caller];

    public string Fill(string text) =>
        _names.Aggregate(text, (filled, name) => filled.Replace(name.Key, name.Value, StringComparison.Ordinal));

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
