using Numerai.Contracts;

namespace Numerai.Tournament.Accounts;

/// <summary>Turns stored state into what callers see.</summary>
internal static class ParticipantProjections
{
    public static AccountView Account(ParticipantState state) =>
        new(
            state.Id,
            state.Username,
            state.Registered,
            state.Wallet,
            [.. state.ApiKeys.Select(key => ApiKey(state.Id, key))],
            [.. state.Models.Select(pair => Model(pair.Key, pair.Value))],
            state.LedgerHead)
        {
            Delegate = state.Delegate,
            Held = state.Held,
            Holds = [.. state.Holds],
            Portfolios = [.. state.Portfolios.Select(portfolio => Portfolio(state, portfolio))],
        };

    public static ApiKeyView ApiKey(AccountId account, StoredApiKey key) =>
        new(key.PublicId, key.Name, Scopes.Trusted(account, key.Scopes));

    public static ModelStakeView Model(ModelId id, ModelStake model) =>
        new(
            id,
            model.Tournament,
            model.Name,
            model.Created,
            model.Active,
            model.Pending,
            [.. model.Releases.Select(release => new PendingReleaseView(
                release.CommandId, release.Amount, release.Requested, [.. release.WaitsFor])
                {
                    MoveTo = release.MoveTo,
                    ToPortfolio = release.ToPortfolio,
                })],
            model.AtRisk);

    public static PortfolioView Portfolio(ParticipantState state, Portfolio portfolio)
    {
        var (active, moving) = PortfolioReleases.Sums(state, portfolio);
        var targets = NmrSplit.By(active + moving, [.. portfolio.Weights.Select(weight => weight.Whole)]);
        var returning = portfolio.Weights
            .SelectMany(weight => state.Models[weight.Model].Releases)
            .Aggregate(Nmr.Zero, (sum, release) => release.ToPortfolio || release.MoveTo is not null ? sum : sum + release.Amount);
        return new(portfolio.Tournament, active, moving, returning, portfolio.Set, [.. portfolio.Weights.Select((weight, index) =>
            new PortfolioModelView(
                weight.Model, state.Models[weight.Model].Name, weight.Weight, targets[index],
                state.Models[weight.Model].Active, state.Models[weight.Model].Leaving))]);
    }
}
