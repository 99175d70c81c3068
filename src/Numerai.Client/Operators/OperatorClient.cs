using System.Globalization;
using Numerai.Client.Datasets;
using Numerai.Client.Http;
using Numerai.Client.Rounds;
using Numerai.Client.Stakes;
using Numerai.Contracts;

namespace Numerai.Client.Operators;

/// <summary>What the operator does. Every call needs a key with the scope "operator"; others are refused with not_authorised.</summary>
public sealed class OperatorClient
{
    /// <summary>How long the server keeps a command's answer back for its step to end.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly ApiTransport _transport;
    private readonly RoundStepsClient _steps;

    internal OperatorClient(ApiTransport transport, RoundStepsClient steps) => (_transport, _steps) = (transport, steps);

    /// <summary>Puts NMR into an account's wallet.</summary>
    /// <param name="account">Id or username.</param>
    /// <param name="commandId">The same id again changes nothing; null makes one for this call and its retries.</param>
    public Task<WalletBalance> DepositAsync(
        string account, Nmr amount, string? commandId = null, CancellationToken cancellation = default) =>
        PostAsync<WalletBalance>(
            $"accounts/{Uri.EscapeDataString(account)}/deposits", new { amount, commandId = commandId ?? CommandIds.Make() }, Repeat.Safe,
            cancellation);

    /// <summary>
    /// Keeps NMR of an account from being withdrawn, staked or given away; deposits and settlements go on. Refused: balance_insufficient,
    /// hold_limit_reached, command_id_reused.
    /// </summary>
    /// <param name="amount">Of the wallet; null for the whole account.</param>
    /// <param name="until">When it ends by itself; null for when it is released.</param>
    /// <param name="id">The same id again changes nothing; null makes one.</param>
    public Task<Hold> PlaceHoldAsync(
        string account,
        string reason,
        Nmr? amount = null,
        DateTimeOffset? until = null,
        string? id = null,
        CancellationToken cancellation = default) => PostAsync<Hold>(
            $"accounts/{Uri.EscapeDataString(account)}/holds",
            new PlaceHoldRequest(id ?? CommandIds.Make(), reason, amount?.ToString(), until),
            Repeat.Safe,
            cancellation);

    /// <summary>Ends a hold. Refused: hold_not_found.</summary>
    public Task<Hold> ReleaseHoldAsync(string account, string id, CancellationToken cancellation = default) =>
        PostAsync<Hold>($"accounts/{Uri.EscapeDataString(account)}/holds/release", new ReleaseHoldRequest(id), Repeat.Safe, cancellation);

    /// <summary>All holds on an account, oldest first.</summary>
    public Task<IReadOnlyList<Hold>> ListHoldsAsync(string account, CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        return _transport.GetAsync<IReadOnlyList<Hold>>($"api/v1/operator/accounts/{Uri.EscapeDataString(account)}/holds", cancellation);
    }

    /// <summary>Issues NMR into the treasury.</summary>
    public Task<TreasuryBalance> MintAsync(Nmr amount, string? commandId = null, CancellationToken cancellation = default) =>
        PostAsync<TreasuryBalance>("treasury/mint", new { amount, commandId = commandId ?? CommandIds.Make() }, Repeat.Safe, cancellation);

    /// <summary>
    /// Publishes a data file. The same content under the same name again is fine; other content is refused: dataset_exists.
    /// </summary>
    /// <param name="name">Such as "v5.2/train.parquet".</param>
    public Task<DatasetFile> PublishDatasetAsync(
        string name, string path, IProgress<TransferProgress>? progress = null, CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        var length = new FileInfo(path).Length;
        return _transport.TransferAsync<DatasetFile>(
            HttpMethod.Put,
            "api/v1/operator/datasets/" + QueryText.Name(name),
            moved => new ProgressContent(() => File.OpenRead(path), length, progress, moved),
            cancellation);
    }

    /// <summary>Opens the next round. Safe to repeat only when the request names its number.</summary>
    public Task<Round> OpenRoundAsync(int tournament, OpenRoundRequest request, CancellationToken cancellation = default) =>
        OpenRoundAsync(tournament, request, RoundWait.UntilDone, cancellation);

    /// <inheritdoc cref="OpenRoundAsync(int, OpenRoundRequest, CancellationToken)"/>
    /// <param name="wait">How to wait until what was queued is carried over.</param>
    public Task<Round> OpenRoundAsync(
        int tournament, OpenRoundRequest request, RoundWait wait, CancellationToken cancellation = default) =>
        StepAsync(
            tournament,
            request.Number ?? 0,
            () => _transport.SendAsync<Round>(
                HttpMethod.Post, $"api/v1/operator/rounds/{tournament}/open", request,
                request.Number is null ? Repeat.OnlyUnsent : Repeat.Safe, cancellation, Prefer(wait)),
            wait,
            cancellation);

    /// <summary>Seals a round, snapshots the stakes and builds the meta model.</summary>
    /// <param name="early">Also before its closing time, which is else refused: round_still_open.</param>
    public Task<Round> CloseRoundAsync(int tournament, int number, bool early = false, CancellationToken cancellation = default) =>
        CloseRoundAsync(tournament, number, RoundWait.UntilDone, early, cancellation);

    /// <inheritdoc cref="CloseRoundAsync(int, int, bool, CancellationToken)"/>
    /// <param name="wait">How to wait until it is done.</param>
    public Task<Round> CloseRoundAsync(
        int tournament, int number, RoundWait wait, bool early = false, CancellationToken cancellation = default) =>
        StepAsync(tournament, number, "close", new CloseRoundRequest(early), wait, cancellation);

    /// <summary>
    /// Publishes a day's target (CSV or Parquet, columns id and target) and scores the round with it. Refused: target_not_due,
    /// target_of_another_day, target_day_out_of_order, target_already_published, invalid_target.
    /// </summary>
    /// <param name="day">1 first, in order.</param>
    /// <param name="early">Also before it is due, and though a file that does not say its day is the same as another day's.</param>
    public async Task<Round> PublishTargetAsync(
        int tournament, int number, int day, string path, bool early = false, CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        var content = await File.ReadAllBytesAsync(path, cancellation).ConfigureAwait(false);
        return await PublishTargetAsync(tournament, number, day, content, early, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc cref="PublishTargetAsync(int, int, int, string, bool, CancellationToken)"/>
    /// <param name="content">The file's bytes.</param>
    public Task<Round> PublishTargetAsync(
        int tournament, int number, int day, byte[] content, bool early = false, CancellationToken cancellation = default) =>
        PublishTargetAsync(tournament, number, day, content, RoundWait.UntilDone, early, cancellation);

    /// <inheritdoc cref="PublishTargetAsync(int, int, int, byte[], bool, CancellationToken)"/>
    /// <param name="wait">How to wait until the day is scored.</param>
    public Task<Round> PublishTargetAsync(
        int tournament,
        int number,
        int day,
        byte[] content,
        RoundWait wait,
        bool early = false,
        CancellationToken cancellation = default) => StepAsync(
            tournament,
            number,
            () => _transport.TransferAsync<Round>(
                HttpMethod.Put,
                QueryText.Of($"api/v1/operator/rounds/{tournament}/{number}/targets/{day}", ("early", early ? "true" : null)),
                _ => new ByteArrayContent(content),
                cancellation,
                Prefer(wait)),
            wait,
            cancellation);

    /// <summary>Settles a round on the scores of its last day. Safe to repeat.</summary>
    public Task<Round> ResolveRoundAsync(int tournament, int number, CancellationToken cancellation = default) =>
        ResolveRoundAsync(tournament, number, RoundWait.UntilDone, cancellation);

    /// <inheritdoc cref="ResolveRoundAsync(int, int, CancellationToken)"/>
    /// <param name="wait">How to wait until everybody is paid.</param>
    public Task<Round> ResolveRoundAsync(int tournament, int number, RoundWait wait, CancellationToken cancellation = default) =>
        StepAsync(tournament, number, "resolve", new ResolveRoundRequest(), wait, cancellation);

    /// <summary>Ends a round before it resolves; every stake at risk is freed untouched.</summary>
    public Task<Round> CancelRoundAsync(int tournament, int number, string reason, CancellationToken cancellation = default) =>
        CancelRoundAsync(tournament, number, reason, RoundWait.UntilDone, cancellation);

    /// <inheritdoc cref="CancelRoundAsync(int, int, string, CancellationToken)"/>
    /// <param name="wait">How to wait until every stake is freed.</param>
    public Task<Round> CancelRoundAsync(
        int tournament, int number, string reason, RoundWait wait, CancellationToken cancellation = default) =>
        StepAsync(tournament, number, "cancel", new CancelRoundRequest(reason), wait, cancellation);

    public Task<TournamentSettings> GetSettingsAsync(int tournament = DefaultTournament.Number, CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        return _transport.GetAsync<TournamentSettings>($"api/v1/operator/settings/{tournament}", cancellation);
    }

    /// <summary>Settings for rounds that open from now on; their version is the current one plus 1. Refused: invalid_settings.</summary>
    public Task<TournamentSettings> ChangeSettingsAsync(TournamentSettings settings, CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        return _transport.SendAsync<TournamentSettings>(
            HttpMethod.Put, $"api/v1/operator/settings/{settings.Tournament}", settings, Repeat.OnlyUnsent, cancellation);
    }

    /// <summary>What automation has done, and what it waits for. Needs the role resolve_rounds.</summary>
    public Task<Automation> GetAutomationAsync(int tournament = DefaultTournament.Number, CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        return _transport.GetAsync<Automation>($"api/v1/operator/automation/{tournament}", cancellation);
    }

    /// <summary>Has rounds open, close, score and resolve by schedule from a data feed. Refused: invalid_request, not_authorised.</summary>
    /// <param name="feed">An absolute path of a folder on the server, or an http or https address.</param>
    /// <param name="prefix">Under which live files are published.</param>
    public Task<Automation> SetAutomationAsync(
        int tournament, string feed, string? prefix = null, CancellationToken cancellation = default) =>
        PutAutomationAsync(tournament, new { enabled = true, feed, prefix }, cancellation);

    public Task<Automation> StopAutomationAsync(int tournament = DefaultTournament.Number, CancellationToken cancellation = default) =>
        PutAutomationAsync(tournament, new { enabled = false }, cancellation);

    /// <summary>
    /// Moves a virtual clock forward and does what is due until then. Refused: clock_not_virtual, clock_not_forward, clock_too_far (year
    /// 3000 and later).
    /// </summary>
    public Task<ServerClock> AdvanceClockAsync(DateTimeOffset advanceTo, CancellationToken cancellation = default) =>
        PostAsync<ServerClock>("clock", new { advanceTo }, Repeat.Safe, cancellation);

    /// <summary>Compares scores, settlements, ledger and balances now; raises and clears alerts.</summary>
    /// <param name="rounds">The latest rounds to look at; null for 100.</param>
    public Task<Reconciliation> ReconcileAsync(int? rounds = null, CancellationToken cancellation = default) =>
        PostAsync<Reconciliation>(QueryText.Of("reconciliation", ("rounds", rounds)), new { }, Repeat.Safe, cancellation);

    /// <summary>Alerts, newest first.</summary>
    /// <param name="standing">Only those that stand.</param>
    public Task<Page<Alert>> ListAlertsAsync(
        bool standing = false, int? limit = null, int? offset = null, CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        return _transport.GetAsync<Page<Alert>>(
            QueryText.Of("api/v1/operator/alerts", ("standing", standing ? "true" : null), ("limit", limit), ("offset", offset)),
            cancellation);
    }

    private Task<Automation> PutAutomationAsync(int tournament, object body, CancellationToken cancellation)
    {
        _transport.RequireCredentials();
        return _transport.SendAsync<Automation>(
            HttpMethod.Put, $"api/v1/operator/automation/{tournament}", body, Repeat.Safe, cancellation);
    }

    private Task<Round> StepAsync(
        int tournament, int number, string what, object body, RoundWait wait, CancellationToken cancellation) =>
        StepAsync(
            tournament,
            number,
            () => _transport.SendAsync<Round>(
                HttpMethod.Post, $"api/v1/operator/rounds/{tournament}/{number}/{what}", body, Repeat.Safe, cancellation, Prefer(wait)),
            wait,
            cancellation);

    /// <summary>
    /// A command that begins a step of a round. What takes longer than the server keeps its answer back is asked for, and a step that
    /// stands in the way is waited for.
    /// </summary>
    private async Task<Round> StepAsync(
        int tournament, int number, Func<Task<Round>> send, RoundWait wait, CancellationToken cancellation)
    {
        _transport.RequireCredentials();
        while (true)
        {
            try
            {
                var round = await send().ConfigureAwait(false);
                return round.Working is null || !wait.ToTheEnd
                    ? round
                    : await _steps.WaitAsync(tournament, round.Number, wait.Progress, cancellation).ConfigureAwait(false);
            }
            catch (NumeraiApiException another) when (another.Code == "round_at_work" && wait.ToTheEnd)
            {
                await _steps.WaitAsync(tournament, number, wait.Progress, cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Who is told of progress asks for the step soon; others leave the waiting to the server, below their own patience.</summary>
    private string Prefer(RoundWait wait)
    {
        var half = _transport.Options.Timeout / 2;
        var seconds = !wait.ToTheEnd ? 0 : wait.Progress is not null ? 1 : (half < _patience ? half : _patience).TotalSeconds;
        return string.Create(CultureInfo.InvariantCulture, $"wait={(int)seconds}");
    }

    private Task<T> PostAsync<T>(string path, object body, Repeat repeat, CancellationToken cancellation)
    {
        _transport.RequireCredentials();
        return _transport.SendAsync<T>(HttpMethod.Post, "api/v1/operator/" + path, body, repeat, cancellation);
    }
}
