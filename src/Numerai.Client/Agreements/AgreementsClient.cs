using Numerai.Client.Http;
using Numerai.Client.Stakes;
using Numerai.Contracts;

namespace Numerai.Client.Agreements;

/// <summary>
/// Griefing agreements and escrows. Every command carries an id, so that a retry changes nothing the second time. Refused:
/// agreement_wrong_state, agreement_wrong_party, balance_insufficient, stake_insufficient, ratio_overflow, invalid_amount.
/// </summary>
public sealed class AgreementsClient
{
    private readonly ApiTransport _transport;

    internal AgreementsClient(ApiTransport transport) => _transport = transport;

    /// <summary>The registry of agreements, escrows and feeds, newest first.</summary>
    /// <param name="kind">"simple", "countdown", "escrow" or "feed"; null for all.</param>
    /// <param name="party">Id or username of either side; null for everybody's.</param>
    public Task<Page<AgreementEntry>> ListAsync(
        string? kind = null, string? party = null, int? limit = null, int? offset = null, CancellationToken cancellation = default) =>
        _transport.GetAsync<Page<AgreementEntry>>(
            QueryText.Of("api/v1/agreements", ("kind", kind), ("party", party), ("limit", limit), ("offset", offset)), cancellation);

    public Task<Agreement> GetAsync(AgreementId id, CancellationToken cancellation = default) =>
        _transport.GetAsync<Agreement>($"api/v1/agreements/{id}", cancellation);

    public Task<Agreement> CreateAsync(NewAgreement terms, string? commandId = null, CancellationToken cancellation = default) =>
        PostAsync<Agreement>(
            "agreements",
            new
            {
                terms.Type,
                terms.Staker,
                terms.Counterparty,
                terms.RatioType,
                terms.Metadata,
                commandId = commandId ?? CommandIds.Make(),
                terms.Ratio,
                terms.Countdown,
            },
            cancellation);

    /// <param name="amount">For deposit, reward, release and punish.</param>
    public Task<Agreement> ActAsync(
        AgreementId id, AgreementAction action, Nmr? amount = null, string? commandId = null, CancellationToken cancellation = default) =>
        PostAsync<Agreement>(
            $"agreements/{id}/actions", new { action, commandId = commandId ?? CommandIds.Make(), amount }, cancellation);

    public Task<Escrow> GetEscrowAsync(AgreementId id, CancellationToken cancellation = default) =>
        _transport.GetAsync<Escrow>($"api/v1/escrows/{id}", cancellation);

    public Task<Escrow> CreateEscrowAsync(NewEscrow terms, string? commandId = null, CancellationToken cancellation = default) =>
        PostAsync<Escrow>(
            "escrows",
            new
            {
                terms.Seller,
                terms.Buyer,
                terms.Stake,
                terms.Payment,
                terms.RatioType,
                terms.Countdown,
                terms.DeliverWithin,
                terms.Metadata,
                commandId = commandId ?? CommandIds.Make(),
                terms.Ratio,
            },
            cancellation);

    /// <param name="delivery">SHA-256 of what was delivered; only with <see cref="EscrowAction.Finalise"/>.</param>
    public Task<Escrow> ActOnEscrowAsync(
        AgreementId id, EscrowAction action, string? delivery = null, string? commandId = null, CancellationToken cancellation = default) =>
        PostAsync<Escrow>($"escrows/{id}/actions", new { action, commandId = commandId ?? CommandIds.Make(), delivery }, cancellation);

    private Task<T> PostAsync<T>(string path, object body, CancellationToken cancellation)
    {
        _transport.RequireCredentials();
        return _transport.SendAsync<T>(HttpMethod.Post, "api/v1/" + path, body, Repeat.Safe, cancellation);
    }
}
