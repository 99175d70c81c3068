using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Agreements;

namespace Numerai.Behaviour;

/// <content>NMR that moves while a snapshot of voting power is read.</content>
public abstract partial class GovernanceSuite
{
    private static readonly AccountId[] _holders = [Ada, Bob, Cyd];

    /// <summary>The reading is played by hand, actor after actor in any order, with movements of every kind in between.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2, Explicit = true)]
    [InlineData(3, Explicit = true)]
    public async Task A_snapshot_adds_up_to_the_supply_of_its_instant_whatever_moves_while_it_is_read(int seed)
    {
        await using var host = await StartAsync();
        var tournament = new TinyTournament(host);
        await tournament.PrepareAsync();
        await BindAsync(host, Bob, Ada, 40);
        var limits = (await tournament.SettingsAsync()).Accounts with { WithdrawalAge = TimeSpan.Zero };
        await PassTimeAsync(host);
        var instant = host.Time.GetUtcNow();
        var random = new Random(seed);
        var powers = new List<Nmr>();
        for (var left = Enumerable.Range(0, _holders.Length + 1).ToList(); left.Count > 0;)
        {
            for (var movement = 0; movement < 3; movement++)
            {
                await PassTimeAsync(host);
                await MoveAsync(host, random, limits, $"{left.Count}-{movement}");
            }

            var next = left[random.Next(left.Count)];
            left.Remove(next);
            powers.Add(next < _holders.Length
                ? (await host.Actors.Participant(_holders[next]).PowerAsync(instant, instant)).Require().Power
                : (await Bound(host).PowerAsync(instant, instant)).Require().Power);
        }

        Assert.Equal(Nmr.FromNmr(1500), powers.Aggregate(Nmr.Zero, (sum, power) => sum + power));
        await AssertConservedAsync(host);
    }

    private static IAgreement Bound(ITournamentHost host) => host.Actors.Agreement(NamedUuid.Agreement(Bob, "bound"));

    private static Task PassTimeAsync(ITournamentHost host) => host.AdvanceToAsync(host.Time.GetUtcNow().AddSeconds(2));

    /// <summary>
    /// Withdraws from one account and deposits into another, or moves between wallet, stake and agreement; some of it is refused.
    /// </summary>
    private static async Task MoveAsync(ITournamentHost host, Random random, AccountSettings limits, string id)
    {
        var (from, to) = (_holders[random.Next(3)], _holders[random.Next(3)]);
        var amount = Nmr.FromNmr(random.Next(1, 200));
        switch (random.Next(4))
        {
            case 0:
                if ((await host.Actors.Participant(from).WithdrawAsync(new Withdraw(id, amount, limits))).Accepted)
                {
                    await PassTimeAsync(host);
                    (await host.Actors.Participant(to).DepositAsync(new Deposit(id, amount))).Require();
                }

                break;
            case 1:
                await Bound(host).ActAsync(new AgreementCommand(id, Bob, AgreementAction.Deposit, amount));
                break;
            case 2:
                await Bound(host).ActAsync(new AgreementCommand(id, Ada, AgreementAction.Release, amount));
                break;
            default:
                var model = TinyTournament.Models[random.Next(TinyTournament.Models.Length)];
                var type = random.Next(2) == 0 ? StakeChangeType.Increase : StakeChangeType.Decrease;
                await host.Actors.Participant(model.Account).ChangeStakeAsync(new ChangeStake(id, model.Id, type, amount));
                break;
        }
    }
}
