using Numerai.Contracts;
using Numerai.Tournament.Accounts;

namespace Numerai.Web.Stakes;

/// <summary>Changed stakes and portfolios as REST tells of them.</summary>
internal static class StakeAnswers
{
    public static StakeChange Answer(this StakeChangeView view) => new(
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

    public static Contracts.Portfolio Answer(this PortfolioView view) => new(
        view.Tournament,
        view.Stake,
        view.Moving,
        view.Returning,
        view.Set,
        [
            .. view.Models.Select(
                model => new PortfolioModel(model.Model, model.Name, model.Weight, model.Target, model.Active, model.Leaving))]);

    public static PortfolioChange Answer(this PortfolioChangeView view) =>
        new(view.Tournament, view.Type, view.Status, view.Amount, view.Wallet, view.WaitsFor, view.Portfolio?.Answer());
}
