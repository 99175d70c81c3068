using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Automation;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Web.Authentication;
using Numerai.Web.Http;

namespace Numerai.Web.Operators;

/// <summary>Rounds that run by themselves from a data feed.</summary>
internal static class AutomationEndpoints
{
    public static void MapAutomation(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/automation/{tournament:int}", GetAsync).WithSummary("What automation has done, and what it waits for.");
        endpoints.MapPut("/automation/{tournament:int}", ConfigureAsync)
            .WithSummary("Have rounds open, close, score and resolve by schedule from a data feed, or stop that (role resolve_rounds).");
    }

    internal static async Task<Answer<Contracts.Automation>> GetAsync(int tournament, IActors actors)
    {
        var within = Tournaments.Read(tournament);
        return within.Accepted
            ? Answer<Contracts.Automation>.Of(await actors.Automation(within.Value).GetAsync(), view => view.Answer())
            : within.Refusal;
    }

    internal static async Task<Answer<Contracts.Automation>> ConfigureAsync(
        int tournament, JsonBody<AutomationRequest> body, Caller caller, IActors actors)
    {
        var within = Tournaments.Read(tournament);
        var request = body.Content;
        return within.Accepted
            ? Answer<Contracts.Automation>.Of(
                await actors.Automation(within.Value).ConfigureAsync(
                    new ConfigureAutomation(caller.Account, request.Enabled, request.Feed, request.Prefix)),
                view => view.Answer())
            : within.Refusal;
    }
}
