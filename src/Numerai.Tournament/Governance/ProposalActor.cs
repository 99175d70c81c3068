using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Governance;

/// <summary>
/// The actor behind <see cref="IProposal"/>. Votes are in the ballot store; the sum of them is kept here in memory while the voting runs
/// and in the row once it is over.
/// </summary>
public class ProposalActor(string key, IActorStorage<Persisted<ProposalState>> storage, ActorServices services)
    : Actor<ProposalState>(ActorKinds.Proposal, key, storage, services), IProposal
{
    private const int VotesAtOnce = 4096;
    private const int VotesAPage = 1000;

    private Dictionary<AccountId, Nmr>? _powers;
    private Tally? _running;

    public Task<Outcome<ProposalView>> OpenAsync(OpenProposal command) =>
        DecideAsync<ProposalView>((state, now) => ProposalDecisions.Open(state, command, now));

    public async Task<Outcome<ProposalView>> GetAsync()
    {
        await CloseVotingAsync();
        return At<ProposalView>(State is { } state
            ? state.View(Now, state.PhaseAt(Now) == ProposalPhase.Active ? await RunningAsync() : null)
            : ProposalDecisions.NotFound(Key));
    }

    public async Task<Outcome<VoteView>> VoteAsync(CastVote command)
    {
        await CloseVotingAsync();
        if (State is not { } state)
        {
            return ProposalDecisions.NotFound(Key);
        }

        _powers ??= PowerTable.Read(await Services.Objects.GetAsync(state.Opened.Snapshot));
        var vote = ProposalDecisions.Vote(state, command, _powers.GetValueOrDefault(command.Voter), Now);
        if (!vote.Accepted)
        {
            return vote.Refusal;
        }

        // Should the store fail, it is not known whether the vote was cast; the sum is then made anew.
        var running = await RunningAsync();
        _running = null;
        var (kept, cast) = await Services.Ballots.CastAsync(vote.Value);
        _running = cast ? running.Add(kept.Choice, kept.Power) : running;
        return At<VoteView>(kept.Choice == command.Choice ? kept : ProposalDecisions.VotedBefore(kept));
    }

    public Task<Outcome<ProposalView>> QueueAsync() => StepAsync(ProposalDecisions.Queue);

    public Task<Outcome<ProposalView>> CancelAsync(CancelProposal command) =>
        StepAsync((state, now) => ProposalDecisions.Cancel(state, command, now));

    public Task<Outcome<ProposalView>> BeginExecutionAsync() => StepAsync(ProposalDecisions.BeginExecution);

    public Task<Outcome<ProposalView>> EndExecutionAsync(ImmutableArray<ExecutionRecord> records) =>
        StepAsync((state, now) => ProposalDecisions.EndExecution(state, records, now));

    public Task<Outcome<ProposalView>> AbortExecutionAsync() => StepAsync(ProposalDecisions.AbortExecution);

    public async Task<Outcome<ImmutableArray<VoteView>>> VotesAsync(AccountId? after, int limit)
    {
        if (State is not { } state)
        {
            return ProposalDecisions.NotFound(Key);
        }

        ImmutableArray<VoteView> votes = [.. await Services.Ballots.VotesAsync(state.Number, after, Math.Clamp(limit, 1, VotesAPage))];
        return votes;
    }

    private async Task<Outcome<ProposalView>> StepAsync(Func<ProposalState, DateTimeOffset, Decision<ProposalState, ProposalView>> decide)
    {
        await CloseVotingAsync();
        return await DecideAsync<ProposalView>((state, now) => state is null ? ProposalDecisions.NotFound(Key) : decide(state, now));
    }

    /// <summary>Once the voting is over, the votes are added up from the store, and the sum is kept.</summary>
    private async Task CloseVotingAsync()
    {
        if (State is { Tally: null, End: null } state && Now >= state.VotingEnds)
        {
            var tally = await CountAsync(state.Number);
            await DecideAsync<ProposalView>((current, now) => ProposalDecisions.Close(current!, tally, now));
        }
    }

    private async Task<Tally> RunningAsync() => _running ??= await CountAsync(State!.Number);

    private async Task<Tally> CountAsync(int proposal)
    {
        var tally = Tally.Empty;
        AccountId? after = null;
        while (true)
        {
            var votes = await Services.Ballots.VotesAsync(proposal, after, VotesAtOnce);
            tally = votes.Aggregate(tally, (sum, vote) => sum.Add(vote.Choice, vote.Power));
            if (votes.Count < VotesAtOnce)
            {
                return tally;
            }

            after = votes[^1].Account;
        }
    }
}
