using Numerai.Contracts;
using Numerai.Tournament.Governance;
using Numerai.Tournament.Ports;

namespace Numerai.Local.Faults;

/// <summary>A store of votes that fails by plan.</summary>
internal sealed class FaultyBallotStore(IBallotStore ballots, FaultPlan plan) : IBallotStore
{
    public Task<StoredVote> CastAsync(VoteView vote) =>
        plan.ApplyAsync(FaultPoint.StoreObject, $"vote of {vote.Account} on {vote.Proposal}", () => ballots.CastAsync(vote));

    public Task<IReadOnlyList<VoteView>> VotesAsync(int proposal, AccountId? after, int limit) =>
        ballots.VotesAsync(proposal, after, limit);
}
