using System.Security.Cryptography;
using Numerai.Client.Http;
using Numerai.Client.Stakes;
using Numerai.Contracts;

namespace Numerai.Client.Accounts;

/// <summary>Accounts, their keys and wallets.</summary>
public sealed class AccountsClient
{
    private readonly ApiTransport _transport;

    internal AccountsClient(ApiTransport transport) => _transport = transport;

    /// <summary>
    /// Makes an account and its first key. The secret is made here, so that a repeated call is recognised as the same registration and
    /// answers with the same key. Refused: invalid_name, username_taken, registration_closed.
    /// </summary>
    public Task<Registration> RegisterAsync(string username, CancellationToken cancellation = default) =>
        _transport.SendAsync<Registration>(
            HttpMethod.Post, "api/v1/accounts", new RegisterRequest(username, MakeSecret()), Repeat.Safe, cancellation);

    /// <summary>The account of the key in use.</summary>
    public Task<Account> GetAsync(CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        return _transport.GetAsync<Account>("api/v1/account", cancellation);
    }

    /// <summary>Makes another key with some of the scopes of the key in use.</summary>
    public Task<NewApiKey> CreateKeyAsync(string name, IEnumerable<string> scopes, CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        var body = new CreateKeyRequest(name, [.. scopes], MakeSecret());
        return _transport.SendAsync<NewApiKey>(HttpMethod.Post, "api/v1/account/keys", body, Repeat.Safe, cancellation);
    }

    /// <summary>From now on nobody gets in with this key.</summary>
    public Task<ApiKey> RevokeKeyAsync(string publicId, CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        var path = "api/v1/account/keys/" + Uri.EscapeDataString(publicId);
        return _transport.SendAsync<ApiKey>(HttpMethod.Delete, path, null, Repeat.OnlyUnsent, cancellation);
    }

    /// <summary>From now on nobody gets in with any key but the one in use; answers with those that were revoked.</summary>
    public Task<IReadOnlyList<ApiKey>> RevokeOtherKeysAsync(CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        return _transport.SendAsync<IReadOnlyList<ApiKey>>(HttpMethod.Delete, "api/v1/account/keys", null, Repeat.Safe, cancellation);
    }

    /// <summary>Takes NMR out of the wallet. Refused: balance_insufficient, funds_held, withdrawal_too_early, invalid_amount.</summary>
    /// <param name="commandId">The same id again changes nothing; null makes one for this call and its retries.</param>
    public Task<WalletBalance> WithdrawAsync(Nmr amount, string? commandId = null, CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        var body = new WithdrawalRequest(amount.ToString(), commandId ?? CommandIds.Make());
        return _transport.SendAsync<WalletBalance>(HttpMethod.Post, "api/v1/account/withdrawals", body, Repeat.Safe, cancellation);
    }

    private static string MakeSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
}
