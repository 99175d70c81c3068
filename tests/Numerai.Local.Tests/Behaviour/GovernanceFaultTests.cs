using Numerai.Contracts;
using Numerai.Tournament.Governance;
using Numerai.Tournament.Ledger.Audit;

namespace Numerai.Local.Tests.Behaviour;

/// <summary>Whatever fails between the proposal and its execution, every action is done once.</summary>
public sealed class GovernanceFaultTests : StoryFaultTests
{
    protected override Task PrepareAsync(ITournamentHost host) => new TinyTournament(host).PrepareAsync();

    protected override async Task TellAsync(ITournamentHost host, Func<Func<Task>, Task> attempt, Func<Func<Task>, Task> safely)
    {
        ProposalView proposal = null!;
        await attempt(
            async () =>
                (await host.Actors.Governance().DelegateAsync(new DelegateVotes(GovernanceSuite.Cyd, GovernanceSuite.Ada))).Require());
        await attempt(async () => proposal = await GovernanceSuite.ProposeAsync(
            host,
            "all",
            GovernanceSuite.Change(),
            new GrantFundsAction(GovernanceSuite.Cyd, Nmr.FromNmr(7)),
            new GrantRoleAction(CouncilRole.PublishData, GovernanceSuite.Bob, null)));
        await attempt(() => host.AdvanceToAsync(proposal.VotingStarts));
        await attempt(async () => (await host.Actors.Proposal(1).VoteAsync(new CastVote(GovernanceSuite.Ada, VoteChoice.For))).Require());
        await attempt(() => host.AdvanceToAsync(proposal.VotingEnds));
        await attempt(async () => proposal = (await host.Actors.Proposal(1).QueueAsync()).Require());
        await attempt(() => host.AdvanceToAsync(proposal.ExecutableFrom!.Value));
        await attempt(async () =>
        {
            // A repeated execution of what was executed is refused; the first attempt may have got that far.
            await host.Actors.Governance().ExecuteAsync(1);
            Assert.Equal(ProposalPhase.Executed, (await host.Actors.Proposal(1).GetAsync()).Require().Phase);
        });
    }

    protected override async Task<string> OutcomeAsync(ITournamentHost host)
    {
        var proposal = (await host.Actors.Proposal(1).GetAsync()).Require();
        Assert.Equal([1L, 2L, 3L], proposal.Records.Select(record => record.Sequence));
        Assert.All(proposal.Records, record => Assert.Equal(ExecutionRecord.Done, record.Outcome));
        var governance = (await host.Actors.Governance().GetAsync()).Require();
        Assert.Equal(1, governance.Proposals);
        Assert.Equal(3, (await host.Actors.Schedule(TournamentId.Classic).GetAsync()).Require().Settings.Version);
        Assert.Equal(Nmr.FromNmr(477), (await host.Actors.Participant(GovernanceSuite.Cyd).GetAsync()).Require().Wallet);
        var report = await new ConservationCheck(host.Actors, host.ReadModel).RunAsync();
        Assert.True(report.Holds, $"{report}");
        return $"{proposal.Snapshot.Sha256} {proposal.Tally} {governance.Executions.Hash} {report}";
    }
}
