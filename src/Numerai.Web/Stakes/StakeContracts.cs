using Numerai.Tournament.Identity;
using Numerai.Tournament.Money;
using Numerai.Tournament.Participants;

namespace Numerai.Web.Stakes;

/// <param name="Amount">Needed but for a drain, which takes everything.</param>
/// <param name="Tournament">The tournament of a model that is given by name; absent for Classic.</param>
internal sealed record StakeRequest(StakeChangeType Type, string CommandId, string? Amount = null, int? Tournament = null);

internal sealed record StakeResponse(
    ModelId Model,
    StakeChangeType Type,
    string Status,
    Nmr Amount,
    Nmr Stake,
    Nmr Pending,
    Nmr Wallet,
    IReadOnlyList<RoundId> WaitsFor)
{
    public static StakeResponse Of(StakeChangeView view) =>
        new(view.Model, view.Type, view.Status, view.Amount, view.Active, view.Pending, view.Wallet, view.WaitsFor);
}
