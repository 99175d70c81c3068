using Numerai.Contracts;
using Numerai.Tournament.Accounts;

namespace Numerai.Web.Accounts;

/// <summary>Accounts as REST tells of them.</summary>
internal static class AccountAnswers
{
    public static ApiKey Answer(this ApiKeyView key) => new(key.PublicId, key.Name, key.Scopes);

    public static WalletBalance Answer(this WalletView view) => new(view.Wallet);

    /// <param name="view">At the present time; see <see cref="AccountView.At"/>.</param>
    public static Account Answer(this AccountView view) => new(
        view.Id,
        view.Username,
        view.Registered,
        view.Wallet,
        view.Held,
        [.. view.Holds.Select(HoldAnswers.Answer)],
        [.. view.ApiKeys.Select(Answer)],
        [.. view.Models.Select(Answer).OrderBy(model => model.Tournament).ThenBy(model => model.Name, StringComparer.Ordinal)],
        view.LedgerHead);

    private static OwnModel Answer(ModelStakeView view) => new(
        view.Id,
        view.Tournament,
        view.Name,
        view.Created,
        view.Active,
        view.Pending,
        [.. view.PendingReleases.Select(Answer)],
        [.. view.AtRisk.Select(pair => new RoundStake(pair.Key, pair.Value))]);

    private static Contracts.PendingRelease Answer(PendingReleaseView view) =>
        new(view.CommandId, view.Amount, view.Requested, view.WaitsFor, view.MoveTo, view.ToPortfolio);
}
