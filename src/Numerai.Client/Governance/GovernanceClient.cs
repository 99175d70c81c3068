using Numerai.Client.Http;
using Numerai.Client.Stakes;
using Numerai.Contracts;

namespace Numerai.Client.Governance;

/// <summary>
/// Proposals, votes, delegation, roles. Refused: proposal_not_found, proposal_wrong_state, invalid_proposal, invalid_settings,
/// no_voting_power, vote_already_cast, delegation_circle, not_authorised, role_not_held, treasury_insufficient. All calls are safe to
/// repeat.
/// </summary>
public sealed class GovernanceClient
{
    private readonly ApiTransport _transport;

    internal GovernanceClient(ApiTransport transport) => _transport = transport;

    public Task<GovernanceInfo> GetAsync(CancellationToken cancellation = default) =>
        _transport.GetAsync<GovernanceInfo>("api/v1/governance", cancellation);

    /// <summary>Proposals, newest first, at most 50 a page.</summary>
    public Task<Page<Proposal>> ListAsync(int? limit = null, int? offset = null, CancellationToken cancellation = default) =>
        _transport.GetAsync<Page<Proposal>>(
            QueryText.Of("api/v1/governance/proposals", ("limit", limit), ("offset", offset)), cancellation);

    public Task<Proposal> GetProposalAsync(int number, CancellationToken cancellation = default) =>
        _transport.GetAsync<Proposal>($"api/v1/governance/proposals/{number}", cancellation);

    /// <param name="actions">None for a text proposal.</param>
    /// <param name="backtest">Only with an action that changes settings.</param>
    public Task<Proposal> ProposeAsync(
        string title,
        string text,
        IReadOnlyList<ProposedAction>? actions = null,
        Backtest? backtest = null,
        string? commandId = null,
        CancellationToken cancellation = default) =>
        SendAsync<Proposal>(
            HttpMethod.Post,
            "governance/proposals",
            new { title, text, commandId = commandId ?? CommandIds.Make(), actions = actions ?? [], backtest },
            cancellation);

    /// <summary>
    /// Sends the report that a proposal names by its hash. Refused: backtest_not_found, backtest_not_matched, request_too_large.
    /// </summary>
    public Task<Backtest> PutBacktestAsync(int number, ReadOnlyMemory<byte> report, CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        return _transport.TransferAsync<Backtest>(
            HttpMethod.Put, $"api/v1/governance/proposals/{number}/backtest", _ => new ReadOnlyMemoryContent(report), cancellation);
    }

    /// <summary>The report on the ballot. Refused: proposal_not_found, backtest_not_found.</summary>
    public async Task<byte[]> GetBacktestAsync(int number, CancellationToken cancellation = default)
    {
        var answer = await _transport.AttemptAsync(
            async token =>
            {
                using var request = _transport.Request(HttpMethod.Get, $"api/v1/governance/proposals/{number}/backtest");
                using var response = await _transport.Http.SendAsync(request, token).ConfigureAwait(false);
                return await ApiAnswer.ReadAsync(response, token).ConfigureAwait(false);
            },
            cancellation).ConfigureAwait(false);
        return answer.Successful ? answer.Body : throw Refusals.Of(answer, _transport.Options.Url);
    }

    public Task<Vote> VoteAsync(int number, VoteChoice choice, CancellationToken cancellation = default) =>
        SendAsync<Vote>(HttpMethod.Post, $"governance/proposals/{number}/votes", new { choice }, cancellation);

    /// <summary>Votes in order of accounts.</summary>
    /// <param name="after">Goes on after this account.</param>
    public Task<IReadOnlyList<Vote>> ListVotesAsync(
        int number, AccountId? after = null, int? limit = null, CancellationToken cancellation = default) =>
        _transport.GetAsync<IReadOnlyList<Vote>>(
            QueryText.Of($"api/v1/governance/proposals/{number}/votes", ("after", after), ("limit", limit)), cancellation);

    /// <summary>Starts the time lock of a proposal that succeeded.</summary>
    public Task<Proposal> QueueAsync(int number, CancellationToken cancellation = default) =>
        SendAsync<Proposal>(HttpMethod.Post, $"governance/proposals/{number}/queue", new { }, cancellation);

    /// <summary>Carries out a queued proposal whose time lock is over.</summary>
    public Task<Proposal> ExecuteAsync(int number, CancellationToken cancellation = default) =>
        SendAsync<Proposal>(HttpMethod.Post, $"governance/proposals/{number}/execute", new { }, cancellation);

    /// <summary>Ends it: by its author before it is executed, by a guardian while it is queued.</summary>
    public Task<Proposal> CancelAsync(int number, string reason, CancellationToken cancellation = default) =>
        SendAsync<Proposal>(HttpMethod.Post, $"governance/proposals/{number}/cancel", new { reason }, cancellation);

    /// <summary>Lets another account vote in place of this one, from the next proposal on.</summary>
    /// <param name="to">Id or username; null to vote oneself again.</param>
    public async Task<AccountId?> DelegateAsync(string? to, CancellationToken cancellation = default) =>
        (await SendAsync<Delegation>(HttpMethod.Put, "governance/delegate", new { to }, cancellation).ConfigureAwait(false)).Delegate;

    /// <summary>Pauses or resumes uploads of submissions; needs the role pause_uploads.</summary>
    public Task<GovernanceInfo> PauseUploadsAsync(int tournament, bool paused, string reason, CancellationToken cancellation = default) =>
        SendAsync<GovernanceInfo>(HttpMethod.Put, $"governance/uploads/{tournament}", new { paused, reason }, cancellation);

    private Task<T> SendAsync<T>(HttpMethod method, string path, object body, CancellationToken cancellation)
    {
        _transport.RequireCredentials();
        return _transport.SendAsync<T>(method, "api/v1/" + path, body, Repeat.Safe, cancellation);
    }
}
