using Numerai.Client.Http;
using Numerai.Contracts;

namespace Numerai.Client.Ledger;

/// <summary>The books: every transfer of NMR, and the treasury.</summary>
public sealed class LedgerClient
{
    private readonly ApiTransport _transport;

    internal LedgerClient(ApiTransport transport) => _transport = transport;

    /// <summary>Entries, oldest first.</summary>
    /// <param name="chain">One chain, such as "participant/ACCOUNT-ID" or "treasury/treasury"; null for all.</param>
    public Task<Page<LedgerEntry>> ListAsync(
        string? chain = null, int? limit = null, int? offset = null, CancellationToken cancellation = default) =>
        _transport.GetAsync<Page<LedgerEntry>>(
            QueryText.Of("api/v1/ledger", ("chain", chain), ("limit", limit), ("offset", offset)), cancellation);

    public Task<TreasuryBalance> GetTreasuryAsync(CancellationToken cancellation = default) =>
        _transport.GetAsync<TreasuryBalance>("api/v1/treasury", cancellation);

    /// <summary>How long the treasury lasts when rounds go on paying as they did.</summary>
    public Task<TreasuryRunway> GetRunwayAsync(CancellationToken cancellation = default) =>
        _transport.GetAsync<TreasuryRunway>("api/v1/treasury/runway", cancellation);

    /// <summary>Adds up what everybody holds and compares it with the ledger.</summary>
    public Task<Conservation> CheckConservationAsync(CancellationToken cancellation = default) =>
        _transport.GetAsync<Conservation>("api/v1/conservation", cancellation);
}
