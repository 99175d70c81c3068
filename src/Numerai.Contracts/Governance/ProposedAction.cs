using System.Text.Json;

namespace Numerai.Contracts;

/// <summary>An action of a proposal, in requests and answers; which fields it has depends on what it does.</summary>
/// <param name="Action">change_settings, grant_funds, grant_role, revoke_role or change_rules.</param>
/// <param name="Tournament">change_settings: whose.</param>
/// <param name="Settings">change_settings: a JSON merge patch (RFC 7396) of the settings.</param>
/// <param name="Account">grant_funds, grant_role, revoke_role: id, or in a request the username.</param>
/// <param name="Amount">grant_funds: decimal text in NMR.</param>
/// <param name="Role">grant_role, revoke_role.</param>
/// <param name="Expires">grant_role; absent for no end.</param>
/// <param name="Rules">change_rules.</param>
public sealed record ProposedAction(
    string Action,
    int? Tournament = null,
    JsonElement? Settings = null,
    string? Account = null,
    string? Amount = null,
    CouncilRole? Role = null,
    DateTimeOffset? Expires = null,
    GovernanceRules? Rules = null)
{
    public static ProposedAction ChangeSettings(int tournament, JsonElement patch) => new("change_settings", tournament, patch);

    public static ProposedAction GrantFunds(string account, Nmr amount) => new("grant_funds", Account: account, Amount: amount.ToString());

    public static ProposedAction GrantRole(CouncilRole role, string account, DateTimeOffset? expires = null) =>
        new("grant_role", Account: account, Role: role, Expires: expires);

    public static ProposedAction RevokeRole(CouncilRole role, string account) => new("revoke_role", Account: account, Role: role);

    public static ProposedAction ChangeRules(GovernanceRules rules) => new("change_rules", Rules: rules);
}
