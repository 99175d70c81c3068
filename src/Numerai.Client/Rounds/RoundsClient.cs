using Numerai.Client.Http;
using Numerai.Contracts;

namespace Numerai.Client.Rounds;

/// <summary>Rounds and how they were settled.</summary>
public sealed class RoundsClient
{
    private readonly ApiTransport _transport;

    internal RoundsClient(ApiTransport transport) => _transport = transport;

    /// <summary>Newest first.</summary>
    public Task<Page<RoundSummary>> ListAsync(
        int? tournament = null, int? limit = null, int? offset = null, CancellationToken cancellation = default) =>
        _transport.GetAsync<Page<RoundSummary>>(
            QueryText.Of("api/v1/rounds", ("tournament", tournament), ("limit", limit), ("offset", offset)), cancellation);

    /// <summary>Refused: round_not_found.</summary>
    public Task<Round> GetAsync(int tournament, int number, CancellationToken cancellation = default) =>
        _transport.GetAsync<Round>($"api/v1/rounds/{tournament}/{number}", cancellation);

    /// <summary>The newest round of a tournament, open or not. Refused: round_not_found before the first one.</summary>
    public Task<Round> GetCurrentAsync(int tournament = DefaultTournament.Number, CancellationToken cancellation = default) =>
        _transport.GetAsync<Round>($"api/v1/rounds/{tournament}/current", cancellation);

    /// <summary>Everything a resolved round paid and burned. Refused: round_not_found, round_wrong_phase.</summary>
    public Task<Settlement> GetSettlementAsync(int tournament, int number, CancellationToken cancellation = default) =>
        _transport.GetAsync<Settlement>($"api/v1/rounds/{tournament}/{number}/settlement", cancellation);

    /// <summary>A resolved round's meta model. Refused: round_not_found, round_wrong_phase, meta_model_not_found (nobody staked).</summary>
    /// <param name="naive">The one that weights models alike, in tournaments that have it, instead of the stake-weighted one.</param>
    public Task<MetaModel> GetMetaModelAsync(
        int tournament, int number, bool naive = false, CancellationToken cancellation = default) => _transport.GetAsync<MetaModel>(
            QueryText.Of($"api/v1/rounds/{tournament}/{number}/meta-model", ("weighting", naive ? "naive" : null)), cancellation);

    /// <summary>One model's entry with its inclusion proof.</summary>
    /// <param name="model">Id or name.</param>
    public Task<SettlementProof> GetProofAsync(int tournament, int number, string model, CancellationToken cancellation = default) =>
        _transport.GetAsync<SettlementProof>(
            $"api/v1/rounds/{tournament}/{number}/proof/{Uri.EscapeDataString(model)}", cancellation);
}
