using Numerai.Local.Faults;
using Numerai.Storage.Actors;
using Numerai.Tournament.Audit;
using Numerai.Tournament.Governance;
using Numerai.Tournament.Identity;
using Numerai.Tournament.Money;

namespace Numerai.Local.Tests.Behaviour;

/// <summary>Whatever fails between the proposal and its execution, every action is done once.</summary>
public sealed class GovernanceFaultTests
{
    private const int MostAttempts = 60;

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(1, true)]
    public async Task One_fault_at_any_position_changes_nothing_in_the_end(int effect, bool restart)
    {
        var counting = FaultPlan.None();
        await RunAsync(counting, restart: false);
        Assert.True(counting.Steps > 30, $"The proposal has only {counting.Steps} steps.");

        for (long position = effect; position < 3 * counting.Steps; position += 3)
        {
            await RunAsync(FaultPlan.At(position), restart);
        }
    }

    private static async Task RunAsync(FaultPlan plan, bool restart)
    {
        await using var host = await LocalTournamentHost.InMemoryAsync(HostMode.Deterministic, 3, plan);
        plan.Enabled = false;
        await new TinyTournament(host).PrepareAsync();
        plan.Enabled = true;
        ProposalView proposal = null!;
        await RepeatAsync(async () => proposal = await GovernanceSuite.ProposeAsync(
            host,
            "all",
            GovernanceSuite.Change(),
            new GrantFundsAction(GovernanceSuite.Cyd, Nmr.FromNmr(7)),
            new GrantRoleAction(CouncilRole.PublishData, GovernanceSuite.Bob, null)));
        await RepeatAsync(() => host.AdvanceToAsync(proposal.VotingStarts));
        await RepeatAsync(async () => (await host.Actors.Proposal(1).VoteAsync(new CastVote(GovernanceSuite.Ada, VoteChoice.For))).Require());
        await RepeatAsync(() => host.AdvanceToAsync(proposal.VotingEnds));
        await RepeatAsync(async () => proposal = (await host.Actors.Proposal(1).QueueAsync()).Require());
        await RepeatAsync(() => host.AdvanceToAsync(proposal.ExecutableFrom!.Value));
        await RepeatAsync(async () =>
        {
            // A repeated execution of what was executed is refused; the first attempt may have got that far.
            await host.Actors.Governance().ExecuteAsync(1);
            proposal = (await host.Actors.Proposal(1).GetAsync()).Require();
            Assert.Equal(ProposalPhase.Executed, proposal.Phase);
        });
        plan.Enabled = false;

        await host.SettleAsync();
        var where = plan.Injected.Count == 0 ? "without a fault" : $"after {plan.Injected[0]}";
        Assert.Equal([1L, 2L, 3L], proposal.Records.Select(record => record.Sequence));
        Assert.All(proposal.Records, record => Assert.Equal(ExecutionRecord.Done, record.Outcome));
        Assert.Equal(1, (await host.Actors.Governance().GetAsync()).Require().Proposals);
        Assert.Equal(3, (await host.Actors.Schedule(TournamentId.Classic).GetAsync()).Require().Settings.Version);
        Assert.Equal(Nmr.FromNmr(477), (await host.Actors.Participant(GovernanceSuite.Cyd).GetAsync()).Require().Wallet);
        var report = await new ConservationCheck(host.Actors, host.ReadModel).RunAsync();
        Assert.True(report.Holds, $"{where}: {report}");

        async Task RepeatAsync(Func<Task> work)
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    await work();
                    return;
                }
                catch (Exception fault) when (attempt < MostAttempts && fault is InjectedFaultException or VersionConflictException)
                {
                    if (restart)
                    {
                        await host.RestartAsync();
                    }
                }
            }
        }
    }
}
