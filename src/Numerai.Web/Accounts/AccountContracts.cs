using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Ledger;

namespace Numerai.Web.Accounts;

/// <param name="Secret">Made by the caller (see docs/rest-api.md, "Retries"), or absent to have the server make one.</param>
internal sealed record RegisterRequest(string Username, string? Secret = null);

internal sealed record CreateKeyRequest(string Name, string[] Scopes, string? Secret = null);

internal sealed record WithdrawalRequest(string Amount, string CommandId);

internal sealed record RegistrationResponse(AccountResponse Account, NewKeyResponse Key);

internal sealed record NewKeyResponse(string PublicId, string Secret, string Name, IReadOnlyList<string> Scopes);

internal sealed record KeyResponse(string PublicId, string Name, IReadOnlyList<string> Scopes)
{
    public static KeyResponse Of(ApiKeyView key) => new(key.PublicId, key.Name, key.Scopes);
}

internal sealed record WalletResponse(Nmr Wallet)
{
    public static WalletResponse Of(WalletView view) => new(view.Wallet);
}

/// <param name="Wallet">Without what is held.</param>
/// <param name="Holds">All that were ever placed, oldest first.</param>
internal sealed record AccountResponse(
    AccountId Id,
    string Username,
    DateTimeOffset Registered,
    Nmr Wallet,
    Nmr Held,
    IReadOnlyList<HoldResponse> Holds,
    IReadOnlyList<KeyResponse> ApiKeys,
    IReadOnlyList<OwnModelResponse> Models,
    LedgerHead LedgerHead)
{
    /// <param name="view">At the present time; see <see cref="AccountView.At"/>.</param>
    public static AccountResponse Of(AccountView view) => new(
        view.Id,
        view.Username,
        view.Registered,
        view.Wallet,
        view.Held,
        [.. view.Holds.Select(HoldResponse.Of)],
        [.. view.ApiKeys.Select(KeyResponse.Of)],
        [.. view.Models.Select(OwnModelResponse.Of).OrderBy(model => model.Tournament).ThenBy(model => model.Name, StringComparer.Ordinal)],
        view.LedgerHead);
}

/// <param name="Stake">The active stake.</param>
/// <param name="AtRisk">Per round in flight.</param>
internal sealed record OwnModelResponse(
    ModelId Id,
    TournamentId Tournament,
    string Name,
    DateTimeOffset Created,
    Nmr Stake,
    Nmr Pending,
    IReadOnlyList<PendingReleaseResponse> PendingReleases,
    IReadOnlyList<RoundAmount> AtRisk)
{
    public static OwnModelResponse Of(ModelStakeView view) => new(
        view.Id,
        view.Tournament,
        view.Name,
        view.Created,
        view.Active,
        view.Pending,
        [.. view.PendingReleases.Select(PendingReleaseResponse.Of)],
        [.. view.AtRisk.Select(pair => new RoundAmount(pair.Key, pair.Value))]);
}

/// <param name="MoveTo">The model it goes to instead of the wallet.</param>
/// <param name="ToPortfolio">Whether it goes to models of a portfolio instead.</param>
internal sealed record PendingReleaseResponse(
    string CommandId, Nmr Amount, DateTimeOffset Requested, IReadOnlyList<RoundId> WaitsFor, ModelId? MoveTo, bool ToPortfolio)
{
    public static PendingReleaseResponse Of(PendingReleaseView view) =>
        new(view.CommandId, view.Amount, view.Requested, view.WaitsFor, view.MoveTo, view.ToPortfolio);
}

internal sealed record RoundAmount(RoundId Round, Nmr Amount);
