using Numerai.Contracts;
using Numerai.Tournament.Accounts;

namespace Numerai.Web.Stakes;

/// <param name="Amount">Needed but for a drain, which takes everything.</param>
/// <param name="Tournament">The tournament of a model that is given by name; absent for the default one.</param>
/// <param name="To">The model a move goes to, by id or name.</param>
internal sealed record StakeRequest(
    StakeChangeType Type, string CommandId, string? Amount = null, int? Tournament = null, string? To = null);

/// <param name="MovedNow">The part of a move that was not at risk anywhere and has arrived.</param>
internal sealed record ChangedStakeResponse(
    ModelId Model,
    StakeChangeType Type,
    string Status,
    Nmr Amount,
    Nmr Stake,
    Nmr Pending,
    Nmr Wallet,
    IReadOnlyList<RoundId> WaitsFor,
    ModelId? To,
    Nmr? MovedNow)
{
    public static ChangedStakeResponse Of(StakeChangeView view) => new(
        view.Model,
        view.Type,
        view.Status,
        view.Amount,
        view.Active,
        view.Pending,
        view.Wallet,
        view.WaitsFor,
        view.To,
        view.To is null ? null : view.MovedNow);
}
