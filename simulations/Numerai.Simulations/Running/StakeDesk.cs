using System.Globalization;
using Numerai.Contracts;
using Numerai.Simulations.Scenarios;
using Numerai.Simulations.Staking;
using Numerai.Tournament.Accounts;

namespace Numerai.Simulations.Running;

/// <summary>
/// Carries out what accounts decide: they come, deposit, stake, release, withdraw and leave, through the participants' own actors.
/// </summary>
internal sealed class StakeDesk(SimulationHost host, Crowd crowd, Scenario scenario)
{
    /// <summary>Smaller changes of a stake are not worth a command: a thousandth of an NMR.</summary>
    private static readonly Nmr _dust = Nmr.Parse("0.001");

    /// <summary>Registers everyone whose time has come.</summary>
    public async Task ArriveAsync(int round, TournamentSettings settings)
    {
        foreach (var account in crowd.Accounts.Where(account => account.Arrival == round))
        {
            var participant = host.Actors.Participant(account.Id);
            var key = new AddApiKey(PublicKeyId.Create(account.Id, 1), "simulation", "simulation", []);
            (await participant.RegisterAsync(new RegisterAccount(account.Name, key))).Require();
            await DepositAsync(account, participant, "first", account.FirstDeposit);
            foreach (var model in account.Models)
            {
                (await participant.CreateModelAsync(new CreateModel(settings.Tournament, model.Name, settings.Accounts))).Require();
            }

            account.Arrived = true;
        }
    }

    /// <summary>Decides who leaves: by chance, by ruin, by an event of the scenario.</summary>
    public async Task LeaveAsync(int round)
    {
        var events = scenario.Events.Where(happening => happening.Round == round).ToList();
        foreach (var account in crowd.Accounts.Where(account => account.Active))
        {
            var chance = Seeds.Stream(account.Seed, 50, round);
            var leaves = chance.NextDouble() < account.Population.Exit.Hazard;
            foreach (var happening in events)
            {
                leaves |= chance.NextDouble() < happening.Share
                    && (happening.Populations.Count == 0 || happening.Populations.Contains(account.Population.Name,
                        StringComparer.Ordinal));
            }

            if (leaves || await RuinedAsync(account))
            {
                account.LeftAt = round;
            }
        }
    }

    /// <summary>Everyone moves stakes while the round is open.</summary>
    public async Task StakeAsync(int round, TournamentSettings settings)
    {
        foreach (var account in crowd.Accounts.Where(account => account.Arrived))
        {
            var participant = host.Actors.Participant(account.Id);
            var view = (await participant.GetAsync()).Require();
            if (account.LeftAt > 0)
            {
                await WindUpAsync(account, participant, view, round, settings);
                continue;
            }

            // Views list models by id; plans go by the account's own order.
            var active = view.Models.ToDictionary(model => model.Id, model => model.Active);
            var policy = StakePolicies.Of(account.Population.Stake.Policy);
            var plan = policy.Decide(new StakeView(
                round,
                account.Population.Stake,
                account.Arrival == round,
                view.Wallet,
                [.. account.Models.Select(model => new StakedModel(active[model.Id], model.Multipliers))]));
            await CarryOutAsync(account, participant, view.Wallet, active, plan, round, settings);
        }
    }

    private async Task CarryOutAsync(
        SimulatedAccount account,
        IParticipant participant,
        Nmr wallet,
        Dictionary<ModelId, Nmr> active,
        StakePlan plan,
        int round,
        TournamentSettings settings)
    {
        if (plan.Deposit.IsPositive)
        {
            await DepositAsync(account, participant, Name("flow", round, 0), plan.Deposit);
            wallet += plan.Deposit;
        }

        var targets = plan.Targets.Select(Capped).ToArray();
        for (var place = 0; place < targets.Length; place++)
        {
            var model = account.Models[place];
            if (active[model.Id] - targets[place] > _dust)
            {
                var change = new ChangeStake(
                    Name("down", round, place), model.Id, StakeChangeType.Decrease, active[model.Id] - targets[place]);
                wallet = (await participant.ChangeStakeAsync(change)).Require().Wallet;
            }
        }

        for (var place = 0; place < targets.Length; place++)
        {
            var model = account.Models[place];
            var more = Nmr.Min(targets[place] - active[model.Id], wallet);
            if (more > _dust)
            {
                var change = new ChangeStake(Name("up", round, place), model.Id, StakeChangeType.Increase, more);
                wallet = (await participant.ChangeStakeAsync(change)).Require().Wallet;
            }
        }

        await WithdrawAsync(account, participant, Nmr.Min(plan.Withdraw, wallet), round, settings);
    }

    /// <summary>Releases everything, and takes out what has come back.</summary>
    private static async Task WindUpAsync(
        SimulatedAccount account, IParticipant participant, AccountView view, int round, TournamentSettings settings)
    {
        var wallet = view.Wallet;
        for (var place = 0; place < account.Models.Count; place++)
        {
            var model = account.Models[place];
            if (view.Models.First(own => own.Id == model.Id).Active.IsPositive)
            {
                var drain = new ChangeStake(Name("drain", round, place), model.Id, StakeChangeType.Drain, Nmr.Zero);
                wallet = (await participant.ChangeStakeAsync(drain)).Require().Wallet;
            }
        }

        await WithdrawAsync(account, participant, wallet, round, settings);
    }

    private async Task<bool> RuinedAsync(SimulatedAccount account)
    {
        if (account.Population.Exit.BelowShare <= 0)
        {
            return false;
        }

        var view = (await host.Actors.Participant(account.Id).GetAsync()).Require();
        var holds = view.Models.Aggregate(view.Wallet, (sum, model) => sum + model.Active + model.Pending);
        return holds + account.Withdrawn < Shares.Of(account.Deposited, account.Population.Exit.BelowShare);
    }

    private static async Task DepositAsync(SimulatedAccount account, IParticipant participant, string id, Nmr amount)
    {
        if (amount.IsPositive)
        {
            (await participant.DepositAsync(new Deposit(id, amount))).Require();
            account.Deposited += amount;
        }
    }

    private static async Task WithdrawAsync(
        SimulatedAccount account, IParticipant participant, Nmr amount, int round, TournamentSettings settings)
    {
        // A young account may be refused a small amount; it then tries again with the next round.
        if (amount > _dust && (await participant.WithdrawAsync(new Withdraw(Name("out", round, 0), amount, settings.Accounts))).Accepted)
        {
            account.Withdrawn += amount;
        }
    }

    private Nmr Capped(Nmr target) => scenario.StakeCap is { } cap ? Nmr.Min(target, Shares.Of(cap)) : target;

    private static string Name(string what, int round, int place) => string.Create(CultureInfo.InvariantCulture, $"{what}-{round}-{place}");
}
