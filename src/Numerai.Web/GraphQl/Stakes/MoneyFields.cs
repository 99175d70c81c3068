using Numerai.Tournament.Rounds.Presets;
using Numerai.Web.GraphQl.Fields;
using Numerai.Web.Ledger;
using Numerai.Web.Operators;
using Numerai.Web.Stakes;

namespace Numerai.Web.GraphQl.Stakes;

/// <summary>Stakes beyond what participants' clients know, holds, the treasury and what is issued into it.</summary>
internal static class MoneyFields
{
    private static readonly Access _stake = new(Scopes.Stake);
    private static readonly Access _operator = new(Scopes.Operator);

    public static void Add(FieldMaker queries, FieldMaker mutations)
    {
        var portfolio = $"The account's portfolio in a tournament ({Tournaments.Default.Name} when absent).";
        queries.Add("portfolio", portfolio, PortfolioEndpoints.GetAsync, new Access(Scopes.ReadUserInfo));
        queries.Add("holds", "All holds on an account (id or username), oldest first.", HoldEndpoints.ListAsync, _operator);
        queries.Add(
            "treasury", "The treasury that payouts come from, and the schedules that issue into it.", LedgerEndpoints.GetTreasuryAsync);
        queries.Add(
            "treasuryRunway",
            "How long the treasury lasts when rounds go on paying as they did and schedules issue what they say.",
            LedgerEndpoints.GetRunwayAsync);

        mutations.Add(
            "changeStake",
            "Increase, decrease or drain a model's stake, or move it to another model of the account; the same commandId again changes "
                + "nothing.",
            StakeEndpoints.ChangeAsync,
            _stake);
        mutations.Add(
            "changePortfolio",
            "Set weights, increase, decrease or drain one stake over several models; the same commandId again changes nothing.",
            PortfolioEndpoints.ChangeAsync,
            _stake);
        mutations.Add(
            "placeHold", "Hold an amount of an account's wallet, or the whole account; the same id again changes nothing.",
            HoldEndpoints.PlaceAsync, _operator);
        mutations.Add("releaseHold", "End a hold; a second time changes nothing.", HoldEndpoints.ReleaseAsync, _operator);
    }
}
