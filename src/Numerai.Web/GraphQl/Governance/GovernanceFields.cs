using Numerai.Contracts;
using Numerai.Web.Governance;
using Numerai.Web.GraphQl.Fields;
using Numerai.Web.Operators;

namespace Numerai.Web.GraphQl.Governance;

/// <summary>Rules, roles, proposals, votes, delegation, settings.</summary>
internal static class GovernanceFields
{
    private static readonly Access _holder = new(Scopes.Stake);

    public static void Add(FieldMaker queries, FieldMaker mutations)
    {
        queries.Add(
            "governance",
            "How proposals are decided, who holds which role, where the chain of executions ends.",
            GovernanceEndpoints.GetAsync);
        queries.AddPages<Proposal>(
            "proposals", "Proposals, newest first, at most 50 a page.", ProposalEndpoints.ListAsync, proposal => $"{proposal.Number}");
        queries.Add(
            "proposal",
            "One proposal with its tally and, once executed, its links of the chain of executions.",
            ProposalEndpoints.GetAsync);
        queries.Add("proposalVotes", "Votes in order of accounts.", VoteQueries.VotesAsync);
        queries.Add("votingPowers", "Voting powers at a proposal's snapshot, in order of accounts.", VoteQueries.PowersAsync);
        queries.Add("votingPower", "What an account (id or username) could vote with at a proposal's snapshot.", VoteQueries.PowerAsync);
        queries.Add(
            "settings",
            "The settings that the next round will open under.",
            OperatorEndpoints.GetSettingsAsync,
            new Access(Scopes.ReadUserInfo));
        queries.Add("roundSettings", "The settings, with their version, that a round opened under.", SettingsFields.OfRoundAsync);

        mutations.Add("propose", "Make a proposal; the same commandId gives the same one.", ProposalEndpoints.ProposeAsync, _holder);
        mutations.Add("vote", "Vote for, against, or abstain.", ProposalEndpoints.VoteAsync, _holder);
        mutations.Add("queueProposal", "Start the time lock of a proposal that succeeded.", ProposalEndpoints.QueueAsync, _holder);
        mutations.Add("executeProposal", "Carry out a queued proposal after its time lock.", ProposalEndpoints.ExecuteAsync, _holder);
        mutations.Add(
            "cancelProposal", "End a proposal: its author before it is executed, a guardian while it is queued.",
            ProposalEndpoints.CancelAsync, _holder);
        mutations.Add(
            "delegateVotes",
            "Let another account vote in place of this one from the next proposal on; without 'to' take it back.",
            GovernanceEndpoints.DelegateAsync,
            _holder);
        mutations.Add(
            "pauseUploads", "Pause or resume uploads of submissions (role pause_uploads).", GovernanceEndpoints.PauseAsync,
            new Access(Scopes.ManageAccount));
        mutations.Add(
            "changeSettings",
            "Change the settings for rounds that open from now on; whole settings whose version is the current one plus 1.",
            SettingsFields.ChangeAsync,
            Access.With(CouncilRole.ChangeSettings));
    }
}
