using Numerai.Contracts;
using Numerai.Tournament.Accounts;

namespace Numerai.Web.Stakes;

/// <param name="Amount">Of an increase or a decrease.</param>
/// <param name="Weights">Of a new set; an empty list ends the portfolio.</param>
/// <param name="Tournament">Absent for the default one.</param>
internal sealed record PortfolioRequest(
    PortfolioChangeType Type, string CommandId, string? Amount = null, PortfolioWeightRequest[]? Weights = null, int? Tournament = null);

/// <param name="Model">Id or name.</param>
internal sealed record PortfolioWeightRequest(string Model, decimal Weight);

/// <param name="Stake">The active stakes of its models.</param>
/// <param name="Moving">On its way from model to model; it earns nothing and can still burn.</param>
/// <param name="Returning">Pending releases that go to the wallet.</param>
/// <param name="Set">When it got its weights.</param>
internal sealed record PortfolioResponse(
    TournamentId Tournament, Nmr Stake, Nmr Moving, Nmr Returning, DateTimeOffset Set, IReadOnlyList<PortfolioModelResponse> Models)
{
    public static PortfolioResponse Of(PortfolioView view) => new(
        view.Tournament,
        view.Stake,
        view.Moving,
        view.Returning,
        view.Set,
        [
            .. view.Models.Select(
                model => new PortfolioModelResponse(model.Model, model.Name, model.Weight, model.Target, model.Active, model.Leaving))]);
}

/// <param name="Target">What it should have by its weight.</param>
/// <param name="Leaving">On its way to other models of the portfolio.</param>
internal sealed record PortfolioModelResponse(ModelId Id, string Name, decimal Weight, Nmr Target, Nmr Stake, Nmr Leaving);

/// <param name="Amount">What went in or out.</param>
/// <param name="Portfolio">As it is afterwards; absent when it has ended.</param>
internal sealed record PortfolioChangeResponse(
    TournamentId Tournament,
    PortfolioChangeType Type,
    string Status,
    Nmr Amount,
    Nmr Wallet,
    IReadOnlyList<RoundId> WaitsFor,
    PortfolioResponse? Portfolio)
{
    public static PortfolioChangeResponse Of(PortfolioChangeView view) => new(
        view.Tournament,
        view.Type,
        view.Status,
        view.Amount,
        view.Wallet,
        view.WaitsFor,
        view.Portfolio is { } portfolio ? PortfolioResponse.Of(portfolio) : null);
}
