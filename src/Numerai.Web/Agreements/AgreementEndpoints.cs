using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Actors.Clocks;
using Numerai.Tournament.Agreements;
using Numerai.Tournament.Ports;
using Numerai.Web.Accounts;
using Numerai.Web.Authentication;
using Numerai.Web.Http;

namespace Numerai.Web.Agreements;

/// <summary>Griefing agreements, and the registry of all agreements, escrows and feeds.</summary>
internal static class AgreementEndpoints
{
    private static readonly string[] _kinds = [AgreementKinds.Simple, AgreementKinds.Countdown, AgreementKinds.Escrow, AgreementKinds.Feed];

    public static void MapAgreements(this IEndpointRouteBuilder api)
    {
        api.MapGet("/agreements", ListAsync)
            .WithSummary("The registry of agreements, escrows and feeds, newest first; ?kind= and ?party= narrow it.");
        api.MapGet("/agreements/{id:guid}", GetAsync).WithSummary("One griefing agreement.");
        api.MapPost("/agreements", CreateAsync).RequireScope(Scopes.Stake)
            .WithSummary("Make a griefing agreement; the same commandId again gives the same one.");
        api.MapPost("/agreements/{id:guid}/actions", ActAsync).RequireScope(Scopes.Stake)
            .WithSummary("Deposit, reward, release, punish, start the countdown or retrieve; the same commandId again changes nothing.");
    }

    internal static async Task<Answer<Page<AgreementEntry>>> ListAsync(
        string? kind, string? party, Paging paging, IReadModel readModel, TournamentTime time)
    {
        if (kind is not null && !_kinds.Contains(kind, StringComparer.Ordinal))
        {
            return new Refusal(RefusalCodes.InvalidRequest, $"'kind' is '{kind}'; kinds are {string.Join(", ", _kinds)}.");
        }

        AccountId? account = party is null ? null : AccountLookup.Read(party);
        var now = time.GetUtcNow();
        return await paging.PageAsync(
            (limit, offset) => readModel.AgreementsAsync(kind, account, limit, offset), row => row.Answer(now));
    }

    internal static async Task<Answer<Agreement>> GetAsync(Guid id, IActors actors) =>
        Answer<Agreement>.Of(await actors.Agreement(new AgreementId(id)).GetAsync(), view => view.Answer());

    internal static async Task<Answer<Agreement>> CreateAsync(JsonBody<CreateAgreementRequest> body, Caller caller, IActors actors)
    {
        if (CommandIds.Check(body.Content.CommandId) is { } refusal)
        {
            return refusal;
        }

        var id = NamedUuid.Agreement(caller.Account, body.Content.CommandId);
        return Answer<Agreement>.Of(
            await actors.Agreement(id).CreateAsync(new CreateAgreement(caller.Account, body.Content.Terms())), view => view.Answer());
    }

    internal static async Task<Answer<Agreement>> ActAsync(
        Guid id, JsonBody<AgreementActionRequest> body, Caller caller, IActors actors)
    {
        var request = body.Content;
        Outcome<Nmr> amount = request.Amount is { } text ? Amounts.Read(text) : Nmr.Zero;
        return amount.Accepted
            ? Answer<Agreement>.Of(
                await actors.Agreement(new AgreementId(id)).ActAsync(
                    new AgreementCommand(request.CommandId, caller.Account, request.Action, amount.Value)),
                view => view.Answer())
            : amount.Refusal;
    }
}
