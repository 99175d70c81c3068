using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Governance;

/// <summary>What happens to the governance's own state.</summary>
internal static class GovernanceDecisions
{
    public static Decision<GovernanceState, ProposalDraft> Draft(GovernanceState state, Propose command, DateTimeOffset now)
    {
        var draft = new ProposalDraft(state.Proposals + 1, command, now, 0, null, []);
        return Decision<GovernanceState, ProposalDraft>.Changed(draft, state with { Draft = draft });
    }

    public static Decision<GovernanceState, ProposalDraft> Read(GovernanceState state, ProposalDraft draft) =>
        Decision<GovernanceState, ProposalDraft>.Changed(draft, state with { Draft = draft });

    /// <summary>Begins a snapshot anew that was cut short so long ago that actors may have forgotten what they held then.</summary>
    public static Decision<GovernanceState, ProposalDraft> Renew(GovernanceState state, DateTimeOffset now) =>
        Read(state, state.Draft! with { Kind = 0, After = null, Parts = [], Instant = now });

    public static Decision<GovernanceState, int> Opened(GovernanceState state)
    {
        var draft = state.Draft!;
        var recent = state.Recent.Add(new RecentProposal(draft.Proposal.Author, draft.Proposal.CommandId, draft.Number));
        return Decision<GovernanceState, int>.Changed(
            draft.Number,
            state with
            {
                Draft = null,
                Proposals = draft.Number,
                Recent = recent.Count > GovernanceState.RememberedProposals ? recent.RemoveAt(0) : recent,
            });
    }

    public static Decision<GovernanceState, int> BeginExecution(
        GovernanceState state, int number, ImmutableArray<ProposalAction> actions) =>
        Decision<GovernanceState, int>.Changed(number, state with { Execution = new ProposalExecution(number, actions, 0, false, []) });

    public static Decision<GovernanceState, int> Checked(GovernanceState state) =>
        Decision<GovernanceState, int>.Changed(state.Execution!.Number, state with { Execution = state.Execution with { Checked = true } });

    public static Decision<GovernanceState, int> EndExecution(GovernanceState state) =>
        Decision<GovernanceState, int>.Changed(state.Execution!.Number, state with { Execution = null });

    /// <summary>Notes an action as done in the chain of executions; what it changes here changes in the same write.</summary>
    public static Decision<GovernanceState, ExecutionRecord> Executed(
        GovernanceState state, ProposalAction action, string outcome, DateTimeOffset now)
    {
        var execution = state.Execution!;
        var record = ExecutionRecord.Append(state.Executions, execution.Number, execution.Next, action, outcome, now);
        var next = Apply(state, action, execution.Number, now) with
        {
            Executions = new LedgerHead(record.Sequence, record.Hash),
            Execution = execution with { Next = execution.Next + 1, Records = execution.Records.Add(record) },
        };
        return Decision<GovernanceState, ExecutionRecord>.Changed(record, next, new ProposalActionExecuted(record));
    }

    public static Decision<GovernanceState, GovernanceView> Pause(GovernanceState state, PauseUploads command, DateTimeOffset now)
    {
        if (!state.Holds(command.By, CouncilRole.PauseUploads, now))
        {
            return new Refusal(RefusalCodes.RoleNotHeld, "The account does not hold the role pause_uploads; a proposal grants it.");
        }

        if (string.IsNullOrWhiteSpace(command.Reason) || command.Reason.Length > 1000)
        {
            return new Refusal(RefusalCodes.InvalidRequest, "A reason of 1 to 1000 characters is needed; it is published.");
        }

        if (state.Paused.Contains(command.Tournament) == command.Paused)
        {
            return Decision<GovernanceState, GovernanceView>.Unchanged(state.View(now));
        }

        var next = state with { Paused = command.Paused ? state.Paused.Add(command.Tournament) : state.Paused.Remove(command.Tournament) };
        return Decision<GovernanceState, GovernanceView>.Changed(
            next.View(now), next, new UploadsPaused(command.Tournament, command.Paused, command.By, command.Reason));
    }

    private static GovernanceState Apply(GovernanceState state, ProposalAction action, int number, DateTimeOffset now) => action switch
    {
        ChangeRulesAction change => state with { Rules = change.Rules },
        GrantRoleAction grant => state with
        {
            Roles = Without(state, grant.Role, grant.Account, now).Add(new RoleGrant(grant.Role, grant.Account, grant.Expires, number)),
        },
        RevokeRoleAction revoke => state with { Roles = Without(state, revoke.Role, revoke.Account, now) },
        _ => state,
    };

    /// <summary>The grants without one, and without those that have expired.</summary>
    private static ImmutableList<RoleGrant> Without(
        GovernanceState state, CouncilRole role, AccountId account, DateTimeOffset now) =>
        state.Roles.RemoveAll(grant => (grant.Role == role && grant.Account == account) || !grant.HoldsAt(now));
}
