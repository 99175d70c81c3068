using Numerai.Client.Http;
using Numerai.Contracts;

namespace Numerai.Client.Stakes;

/// <summary>
/// One stake over several models of the account, which keeps itself at its weights. Every command carries an id, so that a retry after a
/// lost answer changes nothing the second time. The tournament is the default one when none is given.
/// </summary>
public sealed class PortfoliosClient
{
    private const string Path = "api/v1/account/portfolio";

    private readonly ApiTransport _transport;

    internal PortfoliosClient(ApiTransport transport) => _transport = transport;

    /// <summary>Weights, stakes and what is on its way. Refused: portfolio_not_found.</summary>
    public Task<Portfolio> GetAsync(int? tournament = null, CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        return _transport.GetAsync<Portfolio>(tournament is { } number ? $"{Path}?tournament={number}" : Path, cancellation);
    }

    /// <summary>
    /// Makes a portfolio, or gives it other weights; the stakes that its models have are its own, and a model that is left out keeps its.
    /// Refused: stake_portfolios_off, invalid_weights, model_not_found, model_not_owned, funds_held, command_id_reused.
    /// </summary>
    public Task<PortfolioChange> SetAsync(
        IEnumerable<PortfolioWeight> weights, string? commandId = null, int? tournament = null, CancellationToken cancellation = default) =>
        ChangeAsync(PortfolioChangeType.Set, null, [.. weights], commandId, tournament, cancellation);

    /// <summary>Ends a portfolio; its models keep the stakes that they have. Refused: portfolio_not_found, command_id_reused.</summary>
    public Task<PortfolioChange> EndAsync(string? commandId = null, int? tournament = null, CancellationToken cancellation = default) =>
        ChangeAsync(PortfolioChangeType.Set, null, [], commandId, tournament, cancellation);

    /// <summary>
    /// Wallet to the active stakes, at once, where it lacks most. Refused: portfolio_not_found, stake_portfolios_off, balance_insufficient,
    /// funds_held, invalid_amount, command_id_reused.
    /// </summary>
    public Task<PortfolioChange> IncreaseAsync(
        Nmr amount, string? commandId = null, int? tournament = null, CancellationToken cancellation = default) =>
        ChangeAsync(PortfolioChangeType.Increase, amount, null, commandId, tournament, cancellation);

    /// <summary>
    /// Active stakes to pending releases. Refused: portfolio_not_found, stake_insufficient, invalid_amount, command_id_reused.
    /// </summary>
    public Task<PortfolioChange> DecreaseAsync(
        Nmr amount, string? commandId = null, int? tournament = null, CancellationToken cancellation = default) =>
        ChangeAsync(PortfolioChangeType.Decrease, amount, null, commandId, tournament, cancellation);

    /// <summary>
    /// All of it to pending releases; the weights stay. Refused: portfolio_not_found, stake_insufficient, command_id_reused.
    /// </summary>
    public Task<PortfolioChange> DrainAsync(string? commandId = null, int? tournament = null, CancellationToken cancellation = default) =>
        ChangeAsync(PortfolioChangeType.Drain, null, null, commandId, tournament, cancellation);

    private Task<PortfolioChange> ChangeAsync(
        PortfolioChangeType type, Nmr? amount, PortfolioWeight[]? weights, string? commandId, int? tournament,
        CancellationToken cancellation)
    {
        _transport.RequireCredentials();
        var body = new PortfolioRequest(type, commandId ?? CommandIds.Make(), amount?.ToString(), weights, tournament);
        return _transport.SendAsync<PortfolioChange>(HttpMethod.Post, Path, body, Repeat.Safe, cancellation);
    }
}
