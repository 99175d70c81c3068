using System.Net;
using Numerai.Client.Accounts;
using Numerai.Client.Agreements;
using Numerai.Client.Datasets;
using Numerai.Client.Diagnostics;
using Numerai.Client.Events;
using Numerai.Client.Governance;
using Numerai.Client.Http;
using Numerai.Client.Leaderboards;
using Numerai.Client.Ledger;
using Numerai.Client.Models;
using Numerai.Client.Operators;
using Numerai.Client.Proofs;
using Numerai.Client.Rounds;
using Numerai.Client.Scores;
using Numerai.Client.Simulations;
using Numerai.Client.Stakes;
using Numerai.Client.Standings;
using Numerai.Client.Submissions;
using Numerai.Client.Universes;
using Numerai.Client.Webhooks;

namespace Numerai.Client;

/// <summary>
/// A tournament server as participants and operators use it. One instance serves any number of concurrent calls. Every call throws
/// <see cref="NumeraiApiException"/> when the server refuses or cannot be reached, and <see cref="OperationCanceledException"/> when
/// the caller cancels.
/// </summary>
public sealed class NumeraiClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly ApiTransport _transport;

    /// <param name="options">Null for what the environment and the configuration file say.</param>
    /// <param name="handler">What sends the requests; the client disposes of it. Null for the system's own.</param>
    public NumeraiClient(NumeraiClientOptions? options = null, HttpMessageHandler? handler = null)
    {
        Options = options ?? NumeraiConfiguration.Load();
        _http = new HttpClient(handler ?? MakeHandler(), disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
        _transport = new ApiTransport(_http, Options) { StaleRead = address => StaleRead?.Invoke(this, new StaleReadEventArgs(address)) };
        Accounts = new AccountsClient(_transport);
        Models = new ModelsClient(_transport);
        Datasets = new DatasetsClient(_transport);
        Submissions = new SubmissionsClient(_transport);
        Diagnostics = new DiagnosticsClient(_transport);
        Rounds = new RoundsClient(_transport);
        Universes = new UniversesClient(_transport);
        Scores = new ScoresClient(_transport);
        Stakes = new StakesClient(_transport);
        Portfolios = new PortfoliosClient(_transport);
        Leaderboard = new LeaderboardClient(_transport);
        Ledger = new LedgerClient(_transport);
        Governance = new GovernanceClient(_transport);
        Agreements = new AgreementsClient(_transport);
        Feeds = new FeedsClient(_transport);
        Proofs = new ProofsClient(_transport);
        Events = new EventsClient(_transport);
        Standings = new StandingsClient(_transport);
        Webhooks = new WebhooksClient(_transport);
        Steps = new RoundStepsClient(_transport);
        Operator = new OperatorClient(_transport, Steps);
        Simulations = new SimulationsClient(_transport);
    }

    /// <summary>
    /// Raised when a read may lack what this client was answered before: the client says with every read what it has seen, the server
    /// waits for its tables, two seconds at most, and then answers with what there is. Raised where the answer is read, before the call
    /// returns.
    /// </summary>
    public event EventHandler<StaleReadEventArgs>? StaleRead;

    public NumeraiClientOptions Options { get; }

    public AccountsClient Accounts { get; }

    public ModelsClient Models { get; }

    public DatasetsClient Datasets { get; }

    public SubmissionsClient Submissions { get; }

    public DiagnosticsClient Diagnostics { get; }

    public RoundsClient Rounds { get; }

    /// <summary>The securities of tournaments in which they keep their ids, day by day.</summary>
    public UniversesClient Universes { get; }

    public ScoresClient Scores { get; }

    public StakesClient Stakes { get; }

    /// <summary>One stake over several models.</summary>
    public PortfoliosClient Portfolios { get; }

    public LeaderboardClient Leaderboard { get; }

    public LedgerClient Ledger { get; }

    /// <summary>Proposals, votes, delegation, roles.</summary>
    public GovernanceClient Governance { get; }

    /// <summary>Griefing agreements and escrows.</summary>
    public AgreementsClient Agreements { get; }

    public FeedsClient Feeds { get; }

    public ProofsClient Proofs { get; }

    public EventsClient Events { get; }

    public StandingsClient Standings { get; }

    public WebhooksClient Webhooks { get; }

    /// <summary>Commands that need a key with the scope "operator".</summary>
    public OperatorClient Operator { get; }

    /// <summary>Steps of rounds that are under way, for operators.</summary>
    public RoundStepsClient Steps { get; }

    /// <summary>Sweeps over the silos of a cluster.</summary>
    public SimulationsClient Simulations { get; }

    /// <summary>True when the server is up and its storage answers.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellation = default)
    {
        using var deadline = new CancellationTokenSource(Options.Timeout, Options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, deadline.Token);
        try
        {
            using var request = _transport.Request(HttpMethod.Get, "health/ready");
            using var response = await _http
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token)
                .ConfigureAwait(false);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public void Dispose() => _http.Dispose();

    private static SocketsHttpHandler MakeHandler() => new()
    {
        // Data files are downloaded as they are: a compressed answer would have another length than the file.
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        AllowAutoRedirect = false,
        Expect100ContinueTimeout = TimeSpan.FromSeconds(2),
    };
}
