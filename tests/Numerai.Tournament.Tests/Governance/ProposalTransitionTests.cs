using System.Text;
using Numerai.Contracts;
using static Numerai.Tournament.Tests.Governance.Ballots;

namespace Numerai.Tournament.Tests.Governance;

/// <summary>Every phase of a proposal, times every action, times every caller.</summary>
public sealed class ProposalTransitionTests(ITestOutputHelper output)
{
    private static readonly (string Name, AccountId Account)[] _callers =
        [("author", Author), ("guardian", Guardian), ("holder", Holder), ("latecomer", Latecomer)];

    private static readonly string[] _actions = ["Vote", "Queue", "Execute", "Cancel"];

    /// <summary>
    /// What is allowed, written down a second time; "anyone" is all four. A queued proposal is tried before and after its time lock.
    /// </summary>
    private static readonly string[] _allowed =
    [
        "Pending Cancel author -> Cancelled",
        "Active Vote author -> Active",
        "Active Vote holder -> Active",
        "Active Cancel author -> Cancelled",
        "Succeeded Queue anyone -> Queued",
        "Succeeded Cancel author -> Cancelled",
        "Queued Queue anyone -> Queued",
        "Queued Cancel author -> Cancelled",
        "Queued Cancel guardian -> Cancelled",
        "Unlocked Queue anyone -> Queued",
        "Unlocked Execute anyone -> Executed",
        "Unlocked Cancel author -> Cancelled",
        "Unlocked Cancel guardian -> Cancelled",
        "Cancelled Cancel author -> Cancelled",
    ];

    private static readonly string[] _phases =
        ["Pending", "Active", "Succeeded", "Defeated", "Queued", "Unlocked", "Executed", "Cancelled", "Expired", "ExpiredInQueue"];

    [Fact]
    public void Only_the_allowed_transitions_happen_and_the_others_are_refused_with_the_phase_named()
    {
        var table = new StringBuilder().AppendLine(
            $"{"phase",-15} {"action",-8} {string.Join(' ', _callers.Select(caller => $"{caller.Name,-21}"))}");
        foreach (var phase in _phases)
        {
            foreach (var action in _actions)
            {
                table.AppendLine(
                    $"{phase,-15} {action,-8} "
                        + $"{string.Join(' ', _callers.Select(caller => $"{Try(phase, action, caller.Name, caller.Account),-21}"))}");
            }
        }

        output.WriteLine(table.ToString());
    }

    [Fact]
    public void A_second_vote_is_refused_and_the_first_stays()
    {
        var ballots = At("Active");
        Assert.Null(ballots.Vote(Holder, VoteChoice.For));
        Assert.Null(ballots.Vote(Holder, VoteChoice.For));

        var refusal = ballots.Vote(Holder, VoteChoice.Against);

        Assert.Equal(RefusalCodes.VoteAlreadyCast, refusal?.Code);
        Assert.Contains("voted for on proposal 1 (active)", refusal!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(VoteChoice.Against, ProposalPhase.Defeated)]
    [InlineData(VoteChoice.Abstain, ProposalPhase.Defeated)]
    [InlineData(VoteChoice.For, ProposalPhase.Succeeded)]
    public void A_proposal_needs_more_for_than_against_and_abstentions_are_neither(VoteChoice choice, ProposalPhase phase)
    {
        var ballots = At("Active");
        Assert.Null(ballots.Vote(Holder, choice));
        ballots.AdvanceTo(ballots.State.VotingEnds);

        Assert.Equal(phase, ballots.Phase);
    }

    private static string Try(string phase, string action, string caller, AccountId account)
    {
        var ballots = At(phase);
        var before = ballots.State;
        var refusal = action switch
        {
            "Vote" => ballots.Vote(account, VoteChoice.For),
            "Queue" => ballots.Queue(),
            "Execute" => ballots.Execute(),
            _ => ballots.Cancel(account),
        };
        var expected = _allowed.FirstOrDefault(line =>
            line.StartsWith($"{phase} {action} {caller} -> ", StringComparison.Ordinal)
            || line.StartsWith($"{phase} {action} anyone -> ", StringComparison.Ordinal));
        if (phase == "Cancelled" && action == "Cancel" && caller != "author")
        {
            expected = null;
        }

        if (expected is not null)
        {
            Assert.Null(refusal);
            Assert.Equal(expected.Split(" -> ")[1], ballots.Phase.ToString());
            return $"-> {ballots.Phase}";
        }

        Assert.NotNull(refusal);
        Assert.Equal(before, ballots.State);
        var named = phase switch { "Unlocked" => "queued", "ExpiredInQueue" => "expired", _ => phase.ToLowerInvariant() };
        Assert.Contains(refusal.Code == RefusalCodes.NoVotingPower ? "(active)" : $"is {named}", refusal.Message, StringComparison.Ordinal);
        return refusal.Code;
    }

    private static Ballots At(string phase)
    {
        var ballots = new Ballots();
        if (phase == "Pending")
        {
            return ballots;
        }

        ballots.AdvanceTo(ballots.State.VotingStarts);
        if (phase == "Active")
        {
            return ballots;
        }

        Assert.Null(ballots.Vote(Author, phase == "Defeated" ? VoteChoice.Against : VoteChoice.For));
        if (phase == "Cancelled")
        {
            Assert.Null(ballots.Cancel(Author));
            return ballots;
        }

        ballots.AdvanceTo(ballots.State.VotingEnds);
        if (phase is "Queued" or "Unlocked" or "Executed" or "ExpiredInQueue")
        {
            Assert.Null(ballots.Queue());
            ballots.AdvanceTo(phase == "Queued" ? ballots.State.ExecutableFrom!.Value.AddTicks(-1) : ballots.State.ExecutableFrom!.Value);
        }

        if (phase == "Executed")
        {
            Assert.Null(ballots.Execute());
        }

        if (phase is "Expired" or "ExpiredInQueue")
        {
            ballots.AdvanceTo(ballots.State.Expires!.Value);
        }

        return ballots;
    }
}
