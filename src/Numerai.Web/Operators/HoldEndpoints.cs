using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Actors.Clocks;
using Numerai.Web.Accounts;
using Numerai.Web.Http;

namespace Numerai.Web.Operators;

/// <summary>NMR that the operator keeps from leaving an account.</summary>
internal static class HoldEndpoints
{
    public static void MapHolds(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/accounts/{account}/holds", ListAsync).WithSummary("All holds on an account, oldest first.");
        endpoints.MapPost("/accounts/{account}/holds", PlaceAsync)
            .WithSummary("Hold an amount of an account's wallet, or the whole account; the same id again changes nothing.");
        endpoints.MapPost("/accounts/{account}/holds/release", ReleaseAsync).WithSummary("End a hold; a second time changes nothing.");
    }

    internal static async Task<Answer<IReadOnlyList<Contracts.Hold>>> ListAsync(string account, IActors actors, TournamentTime time) =>
        Answer<IReadOnlyList<Contracts.Hold>>.Of(
            await actors.Participant(AccountLookup.Read(account)).GetAsync(),
            view => [.. view.At(time.GetUtcNow()).Holds.Select(HoldAnswers.Answer)]);

    internal static async Task<Answer<Contracts.Hold>> PlaceAsync(string account, JsonBody<PlaceHoldRequest> body, IActors actors)
    {
        Nmr? amount = null;
        if (body.Content.Amount is { } text)
        {
            var read = Amounts.Read(text);
            if (!read.Accepted)
            {
                return read.Refusal;
            }

            amount = read.Value;
        }

        var command = new PlaceHold(body.Content.Id, amount, body.Content.Reason, body.Content.Until);
        return Answer<Contracts.Hold>.Of(await actors.Participant(AccountLookup.Read(account)).PlaceHoldAsync(command), HoldAnswers.Answer);
    }

    internal static async Task<Answer<Contracts.Hold>> ReleaseAsync(string account, JsonBody<ReleaseHoldRequest> body, IActors actors) =>
        Answer<Contracts.Hold>.Of(
            await actors.Participant(AccountLookup.Read(account)).ReleaseHoldAsync(body.Content.Id), HoldAnswers.Answer);
}
