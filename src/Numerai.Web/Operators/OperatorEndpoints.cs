using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Tournament.Treasury;
using Numerai.Web.Accounts;
using Numerai.Web.Authentication;
using Numerai.Web.Governance;
using Numerai.Web.Hosting;
using Numerai.Web.Http;
using Numerai.Web.Ledger;
using Numerai.Web.Proofs;
using Numerai.Web.Reconciliation;
using Numerai.Web.Universes;
using Numerai.Web.Webhooks;

namespace Numerai.Web.Operators;

/// <summary>What the operator does beside rounds and data: money, settings, the clock.</summary>
internal static class OperatorEndpoints
{
    public static void MapOperator(this IEndpointRouteBuilder api)
    {
        var endpoints = api.MapGroup("/operator").RequireScope(Scopes.Operator).WithTags("Operator");
        endpoints.MapPost("/accounts/{account}/deposits", DepositAsync).WithSummary("Put NMR into an account's wallet.");
        endpoints.MapHolds();
        endpoints.MapPost("/treasury/mint", MintAsync).WithSummary("Issue NMR into the treasury.");
        api.MapGet("/operator/settings/{tournament:int}", GetSettingsAsync).RequireScope(Scopes.ReadUserInfo).WithTags("Operator")
            .WithSummary("The settings that the next round will open under.");
        Council(api, CouncilRole.ChangeSettings).MapPut("/settings/{tournament:int}", ChangeSettingsAsync)
            .WithSummary(
                "Change the settings for rounds that open from now on (role change_settings); the version is the current one plus 1.");
        endpoints.MapPost("/clock", AdvanceClockAsync).WithSummary("Move a virtual clock forward.");
        endpoints.MapOperatorWebhooks();
        endpoints.MapReconciliation();
        endpoints.MapOperatorCheckpoints();
        Council(api, CouncilRole.PublishData).MapOperatorDatasets();
        Council(api, CouncilRole.PublishData).MapOperatorUniverses();
        var rounds = Council(api, CouncilRole.ResolveRounds);
        rounds.MapOperatorRounds();
        rounds.MapSteps();
        rounds.MapAutomation();
    }

    /// <summary>What a role gives power over; the operator starts with every role.</summary>
    private static RouteGroupBuilder Council(IEndpointRouteBuilder api, CouncilRole role) =>
        api.MapGroup("/operator").RequireRole(role).WithTags("Operator");

    private static async Task<Answer<WalletBalance>> DepositAsync(string account, JsonBody<TransferRequest> body, IActors actors)
    {
        var amount = Amounts.Read(body.Content.Amount);
        return amount.Accepted
            ? Answer<WalletBalance>.Of(
                await actors.Participant(AccountLookup.Read(account)).DepositAsync(new Deposit(body.Content.CommandId, amount.Value)),
                AccountAnswers.Answer)
            : amount.Refusal;
    }

    private static async Task<Answer<TreasuryBalance>> MintAsync(JsonBody<TransferRequest> body, IActors actors)
    {
        var amount = Amounts.Read(body.Content.Amount);
        return amount.Accepted
            ? await LedgerEndpoints.TreasuryAsync(
                await actors.Treasury().MintAsync(new Mint(body.Content.CommandId, amount.Value)), actors)
            : amount.Refusal;
    }

    internal static async Task<Answer<TournamentSettings>> GetSettingsAsync(int tournament, IActors actors)
    {
        var within = Tournaments.Read(tournament);
        return within.Accepted
            ? Answer<TournamentSettings>.Of(await actors.Schedule(within.Value).GetAsync(), view => view.Settings)
            : within.Refusal;
    }

    internal static async Task<Answer<TournamentSettings>> ChangeSettingsAsync(
        int tournament, JsonBody<TournamentSettings> body, IActors actors)
    {
        var within = Tournaments.Read(tournament);
        return within.Accepted
            ? Answer<TournamentSettings>.Of(
                await actors.Schedule(within.Value).ChangeSettingsAsync(body.Content), settings => settings)
            : within.Refusal;
    }

    private static async Task<Answer<ServerClock>> AdvanceClockAsync(JsonBody<ClockRequest> body, IServerClock clock)
    {
        var to = body.Content.AdvanceTo;
        return Answer<ServerClock>.Of(await clock.AdvanceAsync(to), done => new ServerClock(to, done));
    }
}
