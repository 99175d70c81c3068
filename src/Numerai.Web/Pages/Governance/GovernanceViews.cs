using Numerai.Contracts;
using Numerai.Tournament.Governance;

namespace Numerai.Web.Pages.Governance;

public sealed record GovernanceListView(GovernanceRules Rules, IReadOnlyList<RoleRow> Roles, Page<ProposalView> Proposals);

/// <param name="Role">As the API writes it.</param>
/// <param name="Holder">The account's name.</param>
public sealed record RoleRow(string Role, string Holder, DateTimeOffset? Expires);

/// <param name="Author">The account's name.</param>
/// <param name="Actions">As JSON, for people to read.</param>
/// <param name="Votes">In order of accounts, the first so many.</param>
public sealed record ProposalPageView(ProposalView Proposal, string Author, IReadOnlyList<string> Actions, IReadOnlyList<VoteView> Votes);
