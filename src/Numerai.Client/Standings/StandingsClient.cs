using Numerai.Client.Http;
using Numerai.Contracts;

namespace Numerai.Client.Standings;

/// <summary>Reputation, returns, seasons.</summary>
public sealed class StandingsClient
{
    private readonly ApiTransport _transport;

    internal StandingsClient(ApiTransport transport) => _transport = transport;

    /// <summary>Accounts by their reputation, best first.</summary>
    /// <param name="account">Only this one, by id or username.</param>
    public Task<Page<Standing>> ListAccountsAsync(
        int tournament = DefaultTournament.Number,
        string? account = null,
        int? limit = null,
        int? offset = null,
        CancellationToken cancellation = default) =>
        _transport.GetAsync<Page<Standing>>(
            QueryText.Of($"api/v1/standings/{tournament}/accounts", ("account", account), ("limit", limit), ("offset", offset)),
            cancellation);

    /// <summary>Models by their reputation, best first.</summary>
    /// <param name="account">Only those of this one, by id or username.</param>
    public Task<Page<Standing>> ListModelsAsync(
        int tournament = DefaultTournament.Number,
        string? account = null,
        int? limit = null,
        int? offset = null,
        CancellationToken cancellation = default) =>
        _transport.GetAsync<Page<Standing>>(
            QueryText.Of($"api/v1/standings/{tournament}/models", ("account", account), ("limit", limit), ("offset", offset)),
            cancellation);

    /// <summary>A season's ranks and titles.</summary>
    public Task<Page<SeasonStanding>> GetSeasonAsync(
        int year,
        int tournament = DefaultTournament.Number,
        string? account = null,
        int? limit = null,
        int? offset = null,
        CancellationToken cancellation = default) =>
        _transport.GetAsync<Page<SeasonStanding>>(
            QueryText.Of($"api/v1/seasons/{tournament}/{year}", ("account", account), ("limit", limit), ("offset", offset)), cancellation);
}
