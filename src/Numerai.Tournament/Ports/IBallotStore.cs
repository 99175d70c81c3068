using Numerai.Contracts;
using Numerai.Tournament.Governance;

namespace Numerai.Tournament.Ports;

/// <summary>Votes on proposals: one an account and proposal, never changed.</summary>
public interface IBallotStore
{
    /// <summary>Keeps a vote and returns it, or the one that the account has cast before.</summary>
    Task<StoredVote> CastAsync(VoteView vote);

    /// <summary>Votes in order of their accounts, from the first after <paramref name="after"/>.</summary>
    Task<IReadOnlyList<VoteView>> VotesAsync(int proposal, AccountId? after, int limit);
}
