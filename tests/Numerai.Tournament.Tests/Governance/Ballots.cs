using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Governance;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Tests.Governance;

/// <summary>One proposal with a snapshot of 1000 NMR, driven through the pure decisions.</summary>
internal sealed class Ballots
{
    public static readonly DateTimeOffset Start = new(2026, 1, 6, 12, 0, 0, TimeSpan.Zero);
    public static readonly AccountId Author = NamedUuid.Account("author");
    public static readonly AccountId Guardian = NamedUuid.Account("operator");
    public static readonly AccountId Holder = NamedUuid.Account("holder");
    public static readonly AccountId Latecomer = NamedUuid.Account("latecomer");

    private readonly Dictionary<AccountId, Nmr> _powers = new() { [Author] = Nmr.FromNmr(300), [Holder] = Nmr.FromNmr(700) };
    private readonly Dictionary<AccountId, VoteView> _votes = [];

    public Ballots()
    {
        var propose = new Propose("one", Author, "Title", "Text", [], null);
        var open = new OpenProposal(
            1, propose, GovernanceDefaults.Rules, Start, new ObjectReference("snapshot", new string('0', 64), 1), Nmr.FromNmr(1000));
        State = ProposalDecisions.Open(null, open, Start).Next!;
        Now = Start;
    }

    public ProposalState State { get; private set; }

    public DateTimeOffset Now { get; private set; }

    public ProposalPhase Phase => State.PhaseAt(Now);

    /// <summary>Moves time on; when the voting ends on the way, the votes are counted, as the actor does before anything else.</summary>
    public void AdvanceTo(DateTimeOffset time)
    {
        Now = time;
        if (State is { Tally: null, End: null } && Now >= State.VotingEnds)
        {
            var tally = _votes.Values.Aggregate(Tally.Empty, (sum, vote) => sum.Add(vote.Choice, vote.Power));
            State = ProposalDecisions.Close(State, tally, Now).Next!;
        }
    }

    public Refusal? Vote(AccountId voter, VoteChoice choice)
    {
        var vote = ProposalDecisions.Vote(State, new CastVote(voter, choice), _powers.GetValueOrDefault(voter), Now);
        if (vote.Accepted && !_votes.TryAdd(voter, vote.Value) && _votes[voter].Choice != choice)
        {
            return ProposalDecisions.VotedBefore(_votes[voter]);
        }

        return vote.Refusal;
    }

    public Refusal? Queue() => Apply(ProposalDecisions.Queue(State, Now));

    public Refusal? Cancel(AccountId by) => Apply(ProposalDecisions.Cancel(State, new CancelProposal(by, by == Guardian, "a reason"), Now));

    public Refusal? Execute() =>
        Apply(ProposalDecisions.BeginExecution(State, Now)) ?? Apply(ProposalDecisions.EndExecution(State, [], Now));

    private Refusal? Apply(Decision<ProposalState, ProposalView> decision)
    {
        State = decision.Next ?? State;
        return decision.Outcome.Refusal;
    }
}
