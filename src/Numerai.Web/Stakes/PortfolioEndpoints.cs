using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Web.Authentication;
using Numerai.Web.Http;
using Numerai.Web.Models;
using PortfolioWeight = Numerai.Tournament.Accounts.PortfolioWeight;

namespace Numerai.Web.Stakes;

/// <summary>One stake over several models of an account.</summary>
internal static class PortfolioEndpoints
{
    public static void MapPortfolios(this IEndpointRouteBuilder api)
    {
        api.MapGet("/account/portfolio", GetAsync).RequireScope(Scopes.ReadUserInfo)
            .WithSummary("The account's portfolio in a tournament: weights, stakes, what is on its way.");
        api.MapPost("/account/portfolio", ChangeAsync).RequireScope(Scopes.Stake)
            .WithSummary(
                "Set weights, increase, decrease or drain one stake over several models; the same commandId again changes nothing.");
    }

    internal static async Task<Answer<Contracts.Portfolio>> GetAsync(int? tournament, Caller caller, IActors actors)
    {
        var within = Tournaments.ReadOrDefault(tournament);
        if (!within.Accepted)
        {
            return within.Refusal;
        }

        var account = await actors.Participant(caller.Account).GetAsync();
        if (!account.Accepted)
        {
            return account.Refusal;
        }

        return account.Value.Portfolios.FirstOrDefault(portfolio => portfolio.Tournament == within.Value) is { } found
            ? found.Answer()
            : new Refusal(
                RefusalCodes.PortfolioNotFound, $"The account has no portfolio in tournament {within.Value}; set its weights first.");
    }

    internal static async Task<Answer<PortfolioChange>> ChangeAsync(
        JsonBody<PortfolioRequest> body, Caller caller, ModelLookup models, IActors actors)
    {
        var request = body.Content;
        var (within, amount) = (Tournaments.ReadOrDefault(request.Tournament), ReadAmount(request));
        if ((within.Refusal ?? amount.Refusal) is { } refusal)
        {
            return refusal;
        }

        var weights = await FindAsync(request, caller, models);
        if (!weights.Accepted)
        {
            return weights.Refusal;
        }

        var schedule = await actors.Schedule(within.Value).GetAsync();
        var command = new ChangePortfolio(request.CommandId, within.Value, request.Type, amount.Value, weights.Value)
        {
            Rules = schedule.Require().Settings.Stakes,
        };
        return Answer<PortfolioChange>.Of(
            await actors.Participant(caller.Account).ChangePortfolioAsync(command), StakeAnswers.Answer);
    }

    private static Outcome<Nmr> ReadAmount(PortfolioRequest request) => request.Type switch
    {
        _ when (request.Type == PortfolioChangeType.Set) != (request.Weights is not null) => new Refusal(
            RefusalCodes.InvalidRequest, "Setting a portfolio takes 'weights', an empty list to end it; other changes have no 'weights'."),
        PortfolioChangeType.Set or PortfolioChangeType.Drain when request.Amount is not null => new Refusal(
            RefusalCodes.InvalidRequest, "An amount belongs to an increase or a decrease; leave 'amount' out."),
        PortfolioChangeType.Set or PortfolioChangeType.Drain => Nmr.Zero,
        _ when request.Amount is null => new Refusal(RefusalCodes.InvalidRequest, "The field 'amount' is missing."),
        _ => Amounts.Read(request.Amount),
    };

    private static async Task<Outcome<ImmutableArray<PortfolioWeight>>> FindAsync(
        PortfolioRequest request, Caller caller, ModelLookup models)
    {
        var weights = ImmutableArray.CreateBuilder<PortfolioWeight>();
        foreach (var (model, weight) in request.Weights ?? [])
        {
            var found = await models.FindOwnAsync(model, caller.Account, request.Tournament);
            if (!found.Accepted)
            {
                return found.Refusal;
            }

            weights.Add(new PortfolioWeight(found.Value.Id, weight));
        }

        return weights.ToImmutable();
    }
}
