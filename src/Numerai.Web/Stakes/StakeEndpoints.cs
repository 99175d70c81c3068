using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;
using Numerai.Web.Authentication;
using Numerai.Web.Http;
using Numerai.Web.Models;

namespace Numerai.Web.Stakes;

internal static class StakeEndpoints
{
    public static void MapStakes(this IEndpointRouteBuilder api) => api.MapPost("/models/{model}/stake", ChangeAsync)
        .RequireScope(Scopes.Stake)
        .WithSummary(
            "Increase, decrease or drain a model's stake, or move it to another model of yours; the same commandId again changes nothing.");

    internal static async Task<Answer<StakeChange>> ChangeAsync(
        string model, JsonBody<StakeRequest> body, Caller caller, ModelLookup models, IActors actors)
    {
        var amount = ReadAmount(body.Content);
        if (!amount.Accepted)
        {
            return amount.Refusal;
        }

        var found = await models.FindOwnAsync(model, caller.Account, body.Content.Tournament);
        if (!found.Accepted)
        {
            return found.Refusal;
        }

        var command = new ChangeStake(body.Content.CommandId, found.Value.Id, body.Content.Type, amount.Value);
        if (body.Content.Type == StakeChangeType.Move)
        {
            var to = await models.FindOwnAsync(body.Content.To!, caller.Account, body.Content.Tournament);
            if (!to.Accepted)
            {
                return to.Refusal;
            }

            var schedule = await actors.Schedule(found.Value.Tournament).GetAsync();
            command = command with { To = to.Value.Id, Rules = schedule.Require().Settings.Stakes };
        }

        return Answer<StakeChange>.Of(await actors.Participant(caller.Account).ChangeStakeAsync(command), StakeAnswers.Answer);
    }

    private static Outcome<Nmr> ReadAmount(StakeRequest request) => (request.Type, request.Amount) switch
    {
        _ when (request.Type == StakeChangeType.Move) != (request.To is not null) => new Refusal(
            RefusalCodes.InvalidRequest, "A move names the model it goes to in 'to'; other changes have no 'to'."),
        (StakeChangeType.Drain, null) => Nmr.Zero,
        (StakeChangeType.Drain, _) => new Refusal(RefusalCodes.InvalidRequest, "A drain takes the whole stake; leave 'amount' out."),
        (_, null) => new Refusal(RefusalCodes.InvalidRequest, "The field 'amount' is missing."),
        (_, { } text) => Amounts.Read(text),
    };
}
