using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Governance;

/// <summary>All that is stored of the governance. Proposals have rows of their own.</summary>
/// <param name="Proposals">Number of the newest proposal.</param>
/// <param name="Draft">A proposal whose snapshot is being taken.</param>
/// <param name="Execution">A proposal that is being carried out.</param>
/// <param name="Recent">The latest proposals by author and command id, so that a retried one is recognised.</param>
/// <param name="Executions">End of the chain of executions.</param>
public sealed record GovernanceState(
    GovernanceRules Rules,
    int Proposals,
    ProposalDraft? Draft,
    ProposalExecution? Execution,
    ImmutableList<RecentProposal> Recent,
    ImmutableList<RoleGrant> Roles,
    ImmutableList<TournamentId> Paused,
    LedgerHead Executions)
{
    /// <summary>
    /// How many are remembered: one is given again within minutes, and each needs the voting power that the rules ask of its author.
    /// </summary>
    public const int RememberedProposals = 256;

    /// <summary>The account that runs the server starts with every role.</summary>
    public static readonly AccountId Operator = NamedUuid.Account("operator");

    public static GovernanceState Initial { get; } = new(
        GovernanceDefaults.Rules,
        0,
        null,
        null,
        [],
        [.. Enum.GetValues<CouncilRole>().Select(role => new RoleGrant(role, Operator, null, 0))],
        [],
        LedgerHead.Genesis);

    public bool Holds(AccountId account, CouncilRole role, DateTimeOffset now) =>
        Roles.Any(grant => grant.Account == account && grant.Role == role && grant.HoldsAt(now));

    public GovernanceView View(DateTimeOffset now) =>
        new(Rules, Proposals, [.. Roles.Where(grant => grant.HoldsAt(now))], [.. Paused], Executions);
}

/// <param name="Kind">Index of the kind of actor whose keys are read.</param>
/// <param name="After">The last key that was read of it.</param>
/// <param name="Parts">What was read so far.</param>
public sealed record ProposalDraft(
    int Number, Propose Proposal, DateTimeOffset Proposed, int Kind, string? After, ImmutableArray<ObjectReference> Parts)
{
    /// <summary>The instant whose powers are read; the proposal's own, but for a snapshot that was cut short for long.</summary>
    public DateTimeOffset Instant { get; init; } = Proposed;
}

/// <param name="Next">The first action that is not done yet.</param>
/// <param name="Checked">Whether everything was found possible, and grants were set aside; nothing is done before.</param>
/// <param name="Records">What was done so far, for the proposal to keep.</param>
public sealed record ProposalExecution(
    int Number, ImmutableArray<ProposalAction> Actions, int Next, bool Checked, ImmutableArray<ExecutionRecord> Records);

public sealed record RecentProposal(AccountId Author, string CommandId, int Number);
