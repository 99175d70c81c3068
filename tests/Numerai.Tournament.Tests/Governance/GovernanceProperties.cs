using System.Globalization;
using FsCheck.Xunit;
using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Governance;
using Numerai.Tournament.Rounds.Schedule;

namespace Numerai.Tournament.Tests.Governance;

public sealed class GovernanceProperties
{
    /// <summary>
    /// Delegation moves power, it makes none: all powers add up to what is held, whoever delegates to whom, circles included.
    /// </summary>
    [Property]
    public void Powers_add_up_to_the_supply_whoever_delegates((uint Wei, byte Delegate, bool Delegates)[] accounts, uint[] deposits)
    {
        var held = accounts.Select((account, index) => new AccountPower(
            Id(index), new Nmr(account.Wei), account.Delegates ? Id(account.Delegate % (accounts.Length + 1)) : null)).ToList();
        held.AddRange(
            deposits.Select((wei, index) => new AccountPower(Id(accounts.Length == 0 ? 0 : index % accounts.Length), new Nmr(wei), null)));
        var supply = held.Aggregate(Nmr.Zero, (sum, part) => sum + part.Power);

        var powers = PowerTable.Delegated(held);

        Assert.Equal(supply, PowerTable.Supply(powers));
        Assert.All(powers.Values, power => Assert.True(power.IsPositive));
        Assert.Equal(powers.OrderBy(pair => pair.Key), PowerTable.Read(PowerTable.Write(powers)).OrderBy(pair => pair.Key));
    }

    /// <summary>However often and by whomever it is tried, votes weigh at most what there was at the snapshot.</summary>
    [Property]
    public void Votes_never_exceed_the_supply_of_the_snapshot((byte Voter, byte Choice)[] attempts)
    {
        AccountId[] voters = [Ballots.Author, Ballots.Holder, Ballots.Latecomer, Ballots.Guardian];
        var ballots = new Ballots();
        ballots.AdvanceTo(ballots.State.VotingStarts);
        foreach (var (voter, choice) in attempts)
        {
            ballots.Vote(voters[voter % voters.Length], (VoteChoice)(choice % 3));
        }

        ballots.AdvanceTo(ballots.State.VotingEnds);

        Assert.True(ballots.State.Tally!.Total <= ballots.State.Opened.Supply);
    }

    /// <summary>A round is opened with the settings of that moment; no change afterwards is in what it was given.</summary>
    [Property]
    public void A_settings_change_never_touches_an_open_round(byte[] changes, byte openAfter)
    {
        var state = ScheduleState.Initial(TournamentId.Classic);
        PendingOpening? opened = null;
        TournamentSettings? then = null;
        for (var index = 0; index < changes.Length; index++)
        {
            if (index == openAfter % changes.Length)
            {
                (opened, then) =
                    (ScheduleDecisions.BeginOpening(state, new OpenNextRound(null, null, null, "live", null, null),
                        Ballots.Start).Outcome.Require(), state.Settings);
            }

            var multiplier = (changes[index] / 8m).ToString(CultureInfo.InvariantCulture);
            var change = new ApplySettingsPatch(index, 0, "{\"payout\":{\"multipliers\":{\"mmc\":\"" + multiplier + "\"}}}");
            state = ScheduleDecisions.ApplyPatch(state, change, DateTimeOffset.UnixEpoch).Next!;
            Assert.Null(ScheduleDecisions.ApplyPatch(state, change, DateTimeOffset.UnixEpoch).Next);
            Assert.Equal(index + 2, state.Settings.Version);
        }

        Assert.Equal(then, opened?.Command.Settings);
    }

    private static AccountId Id(int index) => NamedUuid.Account($"account-{index.ToString(CultureInfo.InvariantCulture)}");
}
