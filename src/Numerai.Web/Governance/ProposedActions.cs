using System.Text.Json;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Governance;
using Numerai.Web.Accounts;
using Numerai.Web.Http;

namespace Numerai.Web.Governance;

/// <summary>Actions of proposals, from requests and for answers.</summary>
internal static class ProposedActions
{
    public static ProposedAction Answer(this ProposalAction action) => action switch
    {
        ChangeSettingsAction change => new("change_settings", change.Tournament.Number, JsonElement.Parse(change.Patch)),
        GrantFundsAction grant => new("grant_funds", Account: grant.Account.ToString(), Amount: grant.Amount.ToString()),
        GrantRoleAction grant => new("grant_role", Account: grant.Account.ToString(), Role: grant.Role, Expires: grant.Expires),
        RevokeRoleAction revoke => new("revoke_role", Account: revoke.Account.ToString(), Role: revoke.Role),
        ChangeRulesAction change => new("change_rules", Rules: change.Rules),
        _ => throw new NotSupportedException($"There is no form of {action.GetType().Name}."),
    };

    public static Outcome<ProposalAction> Read(this ProposedAction body)
    {
        switch (body.Action)
        {
            case "change_settings" when body.Tournament is { } tournament && body.Settings is { ValueKind: JsonValueKind.Object } patch:
                return new ChangeSettingsAction(new TournamentId(tournament), patch.GetRawText());
            case "grant_funds" when body.Account is { } account && body.Amount is { } text:
                var amount = Amounts.Read(text);
                return amount.Accepted ? new GrantFundsAction(AccountLookup.Read(account), amount.Value) : amount.Refusal;
            case "grant_role" when body.Account is { } account && body.Role is { } role:
                return new GrantRoleAction(role, AccountLookup.Read(account), body.Expires);
            case "revoke_role" when body.Account is { } account && body.Role is { } role:
                return new RevokeRoleAction(role, AccountLookup.Read(account));
            case "change_rules" when body.Rules is { } rules:
                return new ChangeRulesAction(rules);
            default:
                return new Refusal(
                    RefusalCodes.InvalidProposal,
                    $"The action '{body.Action}' is unknown or lacks fields: change_settings has tournament and settings (an object), "
                        + "grant_funds account and "
                    + "amount, grant_role account, role and perhaps expires, revoke_role account and role, change_rules rules.");
        }
    }
}
