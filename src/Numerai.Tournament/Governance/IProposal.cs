using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Governance;

/// <summary>
/// One proposal. Key: its number. It is made and carried out by the governance; everybody else votes, queues and cancels here.
/// </summary>
public interface IProposal
{
    /// <summary>Makes it; a second time changes nothing.</summary>
    Task<Outcome<ProposalView>> OpenAsync(OpenProposal command);

    Task<Outcome<ProposalView>> GetAsync();

    /// <summary>Casts a vote with the voter's power at the snapshot. The same vote again changes nothing; another one is refused.</summary>
    Task<Outcome<VoteView>> VoteAsync(CastVote command);

    /// <summary>Starts the time lock of a proposal that succeeded. Anyone may; a second time changes nothing.</summary>
    Task<Outcome<ProposalView>> QueueAsync();

    /// <summary>Ends it: by its author before it is executed, by a guardian while it is queued.</summary>
    Task<Outcome<ProposalView>> CancelAsync(CancelProposal command);

    /// <summary>Marks it as being carried out, when it is queued and its time lock is over.</summary>
    Task<Outcome<ProposalView>> BeginExecutionAsync();

    /// <summary>Marks it as executed and keeps what was done.</summary>
    Task<Outcome<ProposalView>> EndExecutionAsync(ImmutableArray<ExecutionRecord> records);

    /// <summary>Puts it back into the queue, when nothing of it could be done.</summary>
    Task<Outcome<ProposalView>> AbortExecutionAsync();

    /// <summary>Votes in order of their accounts, from the first after <paramref name="after"/>, at most 1000.</summary>
    Task<Outcome<ImmutableArray<VoteView>>> VotesAsync(AccountId? after, int limit);
}
