using System.Text;
using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Agreements;
using Numerai.Tournament.Governance;
using Numerai.Tournament.Ledger.Audit;
using Numerai.Tournament.Rounds;

namespace Numerai.Behaviour;

/// <summary>Proposals from the snapshot to the execution, over any host.</summary>
public abstract partial class GovernanceSuite
{
    public static readonly AccountId Ada = NamedUuid.Account("ada");
    public static readonly AccountId Bob = NamedUuid.Account("bob");
    public static readonly AccountId Cyd = NamedUuid.Account("cyd");

    protected abstract Task<ITournamentHost> StartAsync();

    [Fact]
    public async Task Holders_change_the_payout_and_the_round_that_is_open_keeps_what_it_opened_under()
    {
        await using var host = await StartAsync();
        var tournament = new TinyTournament(host);
        await tournament.PrepareAsync();
        var before = await tournament.OpenAsync(1);
        foreach (var model in TinyTournament.Models)
        {
            (await tournament.SubmitAsync(model, 1)).Require();
        }

        var proposal = await PassAsync(host, ProposeAsync(host, "change", Change(), new GrantFundsAction(Cyd, Nmr.FromNmr(7))));

        Assert.Equal(ProposalPhase.Executed, proposal.Phase);
        Assert.All(proposal.Records, record => Assert.Equal(ExecutionRecord.Done, record.Outcome));
        var head = LedgerHead.Genesis;
        foreach (var record in proposal.Records)
        {
            Assert.True(record.Follows(head));
            head = new(record.Sequence, record.Hash);
        }

        Assert.Equal(head, (await host.Actors.Governance().GetAsync()).Require().Executions);
        var running = (await host.Actors.Round(TinyTournament.Round(1)).GetAsync()).Require();
        Assert.Equal((before.Settings.Version, 2.25m), (running.Settings.Version, running.Settings.Payout.Multipliers["mmc"]));
        var next = await tournament.OpenAsync(2);
        Assert.Equal((before.Settings.Version + 1, 3m), (next.Settings.Version, next.Settings.Payout.Multipliers["mmc"]));
        Assert.Equal(Nmr.FromNmr(477), (await host.Actors.Participant(Cyd).GetAsync()).Require().Wallet);
        for (var day = 1; day <= TinyTournament.Days; day++)
        {
            (await tournament.PublishTargetAsync(1, day)).Require();
        }

        var resolved = (await host.Actors.FinishAsync(TinyTournament.Round(1), round => round.ResolveAsync())).Require();
        Assert.Equal(RoundPhase.Resolved, resolved.Phase);
        await AssertConservedAsync(host);
    }

    [Fact]
    public async Task Votes_weigh_what_was_held_at_the_snapshot_wherever_it_lay()
    {
        await using var host = await StartAsync();
        await new TinyTournament(host).PrepareAsync();
        await BindAsync(host, Bob, Ada, 40);
        (await host.Actors.Governance().DelegateAsync(new DelegateVotes(Cyd, Ada))).Require();
        Assert.Equal(
            RefusalCodes.DelegationCircle, (await host.Actors.Governance().DelegateAsync(new DelegateVotes(Ada, Cyd))).Refusal?.Code);
        Assert.Equal(
            RefusalCodes.DelegationCircle, (await host.Actors.Governance().DelegateAsync(new DelegateVotes(Ada, Ada))).Refusal?.Code);
        (await host.Actors.Governance().DelegateAsync(new DelegateVotes(Ada, Bob))).Require();

        var proposal = await ProposeAsync(host, "text");

        Assert.Equal(Nmr.FromNmr(1500), proposal.Supply);
        Assert.Equal(Nmr.FromNmr(60), proposal.Quorum);
        var table = Encoding.ASCII.GetString(await host.Objects.GetAsync(proposal.Snapshot));
        Assert.Equal(
            PowerTable.Write(new SortedDictionary<AccountId, Nmr> { [Ada] = Nmr.FromNmr(500), [Bob] = Nmr.FromNmr(1000) }),
            Encoding.ASCII.GetBytes(table));

        // What moves afterwards does not move votes.
        (await host.Actors.Participant(Cyd).DepositAsync(new Deposit("later", Nmr.FromNmr(5000)))).Require();
        await host.AdvanceToAsync(proposal.VotingStarts);
        var actor = host.Actors.Proposal(proposal.Number);
        Assert.Equal(RefusalCodes.NoVotingPower, (await actor.VoteAsync(new CastVote(Cyd, VoteChoice.For))).Refusal?.Code);
        Assert.Equal(Nmr.FromNmr(500), (await actor.VoteAsync(new CastVote(Ada, VoteChoice.For))).Require().Power);
        await host.RestartAsync();
        actor = host.Actors.Proposal(proposal.Number);
        Assert.Equal(Nmr.FromNmr(1000), (await actor.VoteAsync(new CastVote(Bob, VoteChoice.Against))).Require().Power);
        Assert.Equal(RefusalCodes.VoteAlreadyCast, (await actor.VoteAsync(new CastVote(Bob, VoteChoice.For))).Refusal?.Code);
        Assert.Equal(new Tally(Nmr.FromNmr(500), Nmr.FromNmr(1000), Nmr.Zero, 2), (await actor.GetAsync()).Require().Tally);
        Assert.Equal(2, (await actor.VotesAsync(null, 10)).Require().Length);
        await host.AdvanceToAsync(proposal.VotingEnds);
        Assert.Equal(ProposalPhase.Defeated, (await actor.GetAsync()).Require().Phase);
        Assert.Equal(RefusalCodes.ProposalWrongState, (await actor.QueueAsync()).Refusal?.Code);
    }

    [Fact]
    public async Task Roles_are_given_and_taken_and_end_by_themselves()
    {
        await using var host = await StartAsync();
        await new TinyTournament(host).PrepareAsync();
        var until = TinyTournament.Start + TimeSpan.FromDays(30);
        await PassAsync(host, ProposeAsync(
            host,
            "roles",
            new GrantRoleAction(CouncilRole.PauseUploads, Bob, until),
            new RevokeRoleAction(CouncilRole.Guardian, GovernanceState.Operator)));
        var governance = host.Actors.Governance();
        var view = (await governance.GetAsync()).Require();
        Assert.True(view.Holds(Bob, CouncilRole.PauseUploads));
        Assert.False(view.Holds(GovernanceState.Operator, CouncilRole.Guardian));

        (await governance.PauseUploadsAsync(new PauseUploads(Bob, TournamentId.Classic, true, "a bad file"))).Require();
        await new TinyTournament(host).OpenAsync(1);
        Assert.Equal(RefusalCodes.UploadsPaused, (await new TinyTournament(host).SubmitAsync(TinyTournament.Models[0], 1)).Refusal?.Code);
        (await governance.PauseUploadsAsync(new PauseUploads(Bob, TournamentId.Classic, false, "repaired"))).Require();
        (await new TinyTournament(host).SubmitAsync(TinyTournament.Models[0], 1)).Require();

        await host.AdvanceToAsync(until);
        Assert.False((await governance.GetAsync()).Require().Holds(Bob, CouncilRole.PauseUploads));
        Assert.Equal(
            RefusalCodes.RoleNotHeld,
            (await governance.PauseUploadsAsync(new PauseUploads(Bob, TournamentId.Classic, true, "late"))).Refusal?.Code);
    }

    [Fact]
    public async Task What_cannot_be_done_is_not_half_done_and_stays_queued()
    {
        await using var host = await StartAsync();
        await new TinyTournament(host).PrepareAsync();
        var queued = await QueueAsync(host, ProposeAsync(host, "too much", Change(), new GrantFundsAction(Cyd, Nmr.FromNmr(1_000_000))));
        Assert.Equal(RefusalCodes.ProposalWrongState, (await host.Actors.Governance().ExecuteAsync(queued.Number)).Refusal?.Code);
        await host.AdvanceToAsync(queued.ExecutableFrom!.Value);

        Assert.Equal(RefusalCodes.TreasuryInsufficient, (await host.Actors.Governance().ExecuteAsync(queued.Number)).Refusal?.Code);

        Assert.Equal(2, (await host.Actors.Schedule(TournamentId.Classic).GetAsync()).Require().Settings.Version);
        Assert.Equal(ProposalPhase.Queued, (await host.Actors.Proposal(queued.Number).GetAsync()).Require().Phase);
        var cancelled = await host.Actors.Proposal(queued.Number)
            .CancelAsync(new CancelProposal(GovernanceState.Operator, true, "the treasury is short"));
        Assert.Equal(ProposalPhase.Cancelled, cancelled.Require().Phase);
        Assert.Equal(RefusalCodes.ProposalWrongState, (await host.Actors.Governance().ExecuteAsync(queued.Number)).Refusal?.Code);
        await AssertConservedAsync(host);
    }

    public static ChangeSettingsAction Change() => new(TournamentId.Classic, """{"payout":{"multipliers":{"mmc":"3"}}}""");

    public static async Task<ProposalView> ProposeAsync(ITournamentHost host, string command, params ProposalAction[] actions) =>
        (await host.Actors.Governance().ProposeAsync(new Propose(command, Ada, $"Proposal {command}", "Because.", [.. actions],
            null))).Require();

    /// <summary>Votes, queues and executes.</summary>
    public static async Task<ProposalView> PassAsync(ITournamentHost host, Task<ProposalView> made)
    {
        var queued = await QueueAsync(host, made);
        await host.AdvanceToAsync(queued.ExecutableFrom!.Value);
        return (await host.Actors.Governance().ExecuteAsync(queued.Number)).Require();
    }

    private static async Task<ProposalView> QueueAsync(ITournamentHost host, Task<ProposalView> made)
    {
        var proposal = await made;
        await host.AdvanceToAsync(proposal.VotingStarts);
        (await host.Actors.Proposal(proposal.Number).VoteAsync(new CastVote(Ada, VoteChoice.For))).Require();
        await host.AdvanceToAsync(proposal.VotingEnds);
        return (await host.Actors.Proposal(proposal.Number).QueueAsync()).Require();
    }

    private static async Task BindAsync(ITournamentHost host, AccountId staker, AccountId counterparty, long amount)
    {
        var agreement = host.Actors.Agreement(NamedUuid.Agreement(staker, "bound"));
        var terms = new AgreementTerms(
            AgreementType.Simple, staker, counterparty, new GriefRatio(GriefRatioType.None, 0), null, new string('a', 64));
        (await agreement.CreateAsync(new CreateAgreement(staker, terms))).Require();
        (await agreement.ActAsync(new AgreementCommand("in", staker, AgreementAction.Deposit, Nmr.FromNmr(amount)))).Require();
    }

    private static async Task AssertConservedAsync(ITournamentHost host)
    {
        await host.SettleAsync();
        var report = await new ConservationCheck(host.Actors, host.ReadModel).RunAsync();
        Assert.True(report.Holds, report.ToString());
    }
}
