using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Agreements;
using Numerai.Tournament.Agreements.Escrows;
using Numerai.Web.Accounts;
using Numerai.Web.Authentication;
using Numerai.Web.Http;

namespace Numerai.Web.Agreements;

/// <summary>Escrows between sellers and buyers.</summary>
internal static class EscrowEndpoints
{
    public static void MapEscrows(this IEndpointRouteBuilder api)
    {
        api.MapGet("/escrows/{id:guid}", GetAsync).WithSummary("One escrow.");
        api.MapPost("/escrows", CreateAsync).RequireScope(Scopes.Stake)
            .WithSummary("Make an escrow; the same commandId again gives the same one.");
        api.MapPost("/escrows/{id:guid}/actions", ActAsync).RequireScope(Scopes.Stake)
            .WithSummary("Deposit the stake or the payment, finalise, cancel or time out; the same commandId again changes nothing.");
    }

    internal static async Task<Answer<Escrow>> GetAsync(Guid id, IActors actors) =>
        Answer<Escrow>.Of(await actors.Escrow(new AgreementId(id)).GetAsync(), view => view.Answer());

    internal static async Task<Answer<Escrow>> CreateAsync(JsonBody<CreateEscrowRequest> body, Caller caller, IActors actors)
    {
        var request = body.Content;
        var (stake, payment) = (Amounts.Read(request.Stake), Amounts.Read(request.Payment));
        if ((CommandIds.Check(request.CommandId) ?? stake.Refusal ?? payment.Refusal) is { } refusal)
        {
            return refusal;
        }

        var terms = new EscrowTerms(
            AccountLookup.Read(request.Seller),
            AccountLookup.Read(request.Buyer),
            stake.Value,
            payment.Value,
            new GriefRatio(request.RatioType, request.Ratio ?? 0),
            request.Countdown,
            request.DeliverWithin,
            request.Metadata);
        var id = NamedUuid.Escrow(caller.Account, request.CommandId);
        return Answer<Escrow>.Of(await actors.Escrow(id).CreateAsync(new CreateEscrow(caller.Account, terms)), view => view.Answer());
    }

    internal static async Task<Answer<Escrow>> ActAsync(
        Guid id, JsonBody<EscrowActionRequest> body, Caller caller, IActors actors) =>
        Answer<Escrow>.Of(
            await actors.Escrow(new AgreementId(id)).ActAsync(
                new EscrowCommand(body.Content.CommandId, caller.Account, body.Content.Action, body.Content.Delivery)),
            view => view.Answer());
}
