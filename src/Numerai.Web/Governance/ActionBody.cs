using System.Text.Json;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Governance;
using Numerai.Web.Accounts;
using Numerai.Web.Http;

namespace Numerai.Web.Governance;

/// <summary>An action of a proposal, in requests and answers; which fields it has depends on what it does.</summary>
/// <param name="Action">change_settings, grant_funds, grant_role, revoke_role or change_rules.</param>
/// <param name="Tournament">change_settings: whose.</param>
/// <param name="Settings">change_settings: a JSON merge patch of the settings.</param>
/// <param name="Account">grant_funds, grant_role, revoke_role: id, or in a request the username.</param>
/// <param name="Amount">grant_funds.</param>
/// <param name="Role">grant_role, revoke_role.</param>
/// <param name="Expires">grant_role; absent for no end.</param>
/// <param name="Rules">change_rules.</param>
internal sealed record ActionBody(
    string Action,
    int? Tournament = null,
    JsonElement? Settings = null,
    string? Account = null,
    string? Amount = null,
    CouncilRole? Role = null,
    DateTimeOffset? Expires = null,
    GovernanceRules? Rules = null)
{
    public static ActionBody Of(ProposalAction action) => action switch
    {
        ChangeSettingsAction change => new("change_settings", change.Tournament.Number, JsonElement.Parse(change.Patch)),
        GrantFundsAction grant => new("grant_funds", Account: grant.Account.ToString(), Amount: grant.Amount.ToString()),
        GrantRoleAction grant => new("grant_role", Account: grant.Account.ToString(), Role: grant.Role, Expires: grant.Expires),
        RevokeRoleAction revoke => new("revoke_role", Account: revoke.Account.ToString(), Role: revoke.Role),
        ChangeRulesAction change => new("change_rules", Rules: change.Rules),
        _ => throw new NotSupportedException($"There is no form of {action.GetType().Name}."),
    };

    public Outcome<ProposalAction> Read()
    {
        switch (Action)
        {
            case "change_settings" when Tournament is { } tournament && Settings is { ValueKind: JsonValueKind.Object } patch:
                return new ChangeSettingsAction(new TournamentId(tournament), patch.GetRawText());
            case "grant_funds" when Account is { } account && Amount is { } text:
                var amount = Amounts.Read(text);
                return amount.Accepted ? new GrantFundsAction(AccountLookup.Read(account), amount.Value) : amount.Refusal;
            case "grant_role" when Account is { } account && Role is { } role:
                return new GrantRoleAction(role, AccountLookup.Read(account), Expires);
            case "revoke_role" when Account is { } account && Role is { } role:
                return new RevokeRoleAction(role, AccountLookup.Read(account));
            case "change_rules" when Rules is { } rules:
                return new ChangeRulesAction(rules);
            default:
                return new Refusal(
                    RefusalCodes.InvalidProposal,
                    $"The action '{Action}' is unknown or lacks fields: change_settings has tournament and settings (an object), "
                        + "grant_funds account and "
                    + "amount, grant_role account, role and perhaps expires, revoke_role account and role, change_rules rules.");
        }
    }
}
