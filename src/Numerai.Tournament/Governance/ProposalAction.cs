using System.Text.Json.Serialization;
using Numerai.Contracts;

namespace Numerai.Tournament.Governance;

/// <summary>Something that an executed proposal does. The discriminators are stored: they are added, never changed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "action")]
[JsonDerivedType(typeof(ChangeSettingsAction), "change_settings")]
[JsonDerivedType(typeof(GrantFundsAction), "grant_funds")]
[JsonDerivedType(typeof(GrantRoleAction), "grant_role")]
[JsonDerivedType(typeof(RevokeRoleAction), "revoke_role")]
[JsonDerivedType(typeof(ChangeRulesAction), "change_rules")]
public abstract record ProposalAction;

/// <param name="Patch">JSON merge patch (RFC 7396) for the tournament's settings, such as {"payout":{"clip":"0.04"}}; decimals are strings
/// as in the API.</param>
public sealed record ChangeSettingsAction(TournamentId Tournament, string Patch) : ProposalAction;

/// <summary>Treasury to wallet.</summary>
public sealed record GrantFundsAction(AccountId Account, Nmr Amount) : ProposalAction;

/// <param name="Expires">Null for no end.</param>
public sealed record GrantRoleAction(CouncilRole Role, AccountId Account, DateTimeOffset? Expires) : ProposalAction;

public sealed record RevokeRoleAction(CouncilRole Role, AccountId Account) : ProposalAction;

public sealed record ChangeRulesAction(GovernanceRules Rules) : ProposalAction;
