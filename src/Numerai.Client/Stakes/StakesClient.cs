using Numerai.Client.Http;
using Numerai.Contracts;

namespace Numerai.Client.Stakes;

/// <summary>
/// Stakes on models. Every command carries an id, so that a retry after a lost answer changes nothing the second time; pass your own to
/// make a whole program safe to run again. Models are named by id, or by name within a tournament
/// (the default one when none is given).
/// </summary>
public sealed class StakesClient
{
    private readonly ApiTransport _transport;

    internal StakesClient(ApiTransport transport) => _transport = transport;

    /// <summary>
    /// Wallet to active stake, at once. Refused: balance_insufficient, funds_held, invalid_amount, model_not_owned, command_id_reused.
    /// </summary>
    public Task<StakeChange> IncreaseStakeAsync(
        string model, Nmr amount, string? commandId = null, int? tournament = null, CancellationToken cancellation = default) =>
        ChangeAsync(model, StakeChangeType.Increase, amount, commandId, tournament, cancellation);

    /// <summary>Active stake to pending release. Refused: stake_insufficient, invalid_amount, model_not_owned, command_id_reused.</summary>
    public Task<StakeChange> DecreaseStakeAsync(
        string model, Nmr amount, string? commandId = null, int? tournament = null, CancellationToken cancellation = default) =>
        ChangeAsync(model, StakeChangeType.Decrease, amount, commandId, tournament, cancellation);

    /// <summary>The whole active stake to pending release. Refused: stake_insufficient, model_not_owned, command_id_reused.</summary>
    public Task<StakeChange> DrainStakeAsync(
        string model, string? commandId = null, int? tournament = null, CancellationToken cancellation = default) =>
        ChangeAsync(model, StakeChangeType.Drain, null, commandId, tournament, cancellation);

    /// <summary>
    /// Active stake of one model to that of another of yours: at once what is at risk nowhere, the rest when the rounds it is at risk in
    /// have resolved. Refused: stake_moves_off, stake_insufficient, funds_held, invalid_amount, model_not_owned, command_id_reused.
    /// </summary>
    public Task<StakeChange> MoveStakeAsync(
        string from, string to, Nmr amount, string? commandId = null, int? tournament = null,
        CancellationToken cancellation = default) =>
        ChangeAsync(from, StakeChangeType.Move, amount, commandId, tournament, cancellation, to);

    private Task<StakeChange> ChangeAsync(
        string model, StakeChangeType type, Nmr? amount, string? commandId, int? tournament, CancellationToken cancellation,
        string? to = null)
    {
        _transport.RequireCredentials();
        var body = new StakeRequest(type, commandId ?? CommandIds.Make(), amount?.ToString(), tournament, to);
        var path = $"api/v1/models/{Uri.EscapeDataString(model)}/stake";
        return _transport.SendAsync<StakeChange>(HttpMethod.Post, path, body, Repeat.Safe, cancellation);
    }
}
