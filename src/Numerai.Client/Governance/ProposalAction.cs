using System.Text.Json;
using Numerai.Contracts;

namespace Numerai.Client.Governance;

/// <summary>Something that an executed proposal does; which fields it has depends on what it does.</summary>
/// <param name="Action">change_settings, grant_funds, grant_role, revoke_role or change_rules.</param>
/// <param name="Settings">A JSON merge patch (RFC 7396) of the tournament's settings.</param>
/// <param name="Account">Id or username.</param>
public sealed record ProposalAction(
    string Action,
    int? Tournament = null,
    JsonElement? Settings = null,
    string? Account = null,
    Nmr? Amount = null,
    CouncilRole? Role = null,
    DateTimeOffset? Expires = null,
    GovernanceRules? Rules = null)
{
    public static ProposalAction ChangeSettings(int tournament, JsonElement patch) => new("change_settings", tournament, patch);

    public static ProposalAction GrantFunds(string account, Nmr amount) => new("grant_funds", Account: account, Amount: amount);

    public static ProposalAction GrantRole(CouncilRole role, string account, DateTimeOffset? expires = null) =>
        new("grant_role", Account: account, Role: role, Expires: expires);

    public static ProposalAction RevokeRole(CouncilRole role, string account) => new("revoke_role", Account: account, Role: role);

    public static ProposalAction ChangeRules(GovernanceRules rules) => new("change_rules", Rules: rules);
}
