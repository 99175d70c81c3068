using Numerai.Simulations.Running;
using Numerai.Tournament.Accounts;

namespace Numerai.Simulations.Results;

/// <summary>Puts a result together at the end of a run.</summary>
internal static class SimulationResultBuilder
{
    public static SimulationResult Build(SimulationWorld world, SimulationHost host, AccountView?[] views)
    {
        var accounts = world.Crowd.Accounts.Where(account => account.Arrived).Select(account => Account(account, views[account.Number]!))
            .ToList();
        return new SimulationResult
        {
            Scenario = world.Scenario,
            Market = world.Market.Description,
            Hash = ResultHash.Of(world, accounts),
            Rounds = world.Rounds,
            Models =
            [
                .. world.Crowd.Accounts.SelectMany(account => account.Models.Select(model =>
                    new ModelRow(model.Name, account.Name, account.Population.Name, account.Population.Archetype))),
            ],
            ModelRounds = world.ModelRounds,
            Accounts = accounts,
            LedgerEntries = host.Ledger.Entries,
            PortfolioEras = world.PortfolioEras,
        };
    }

    private static AccountRow Account(SimulatedAccount account, AccountView view) => new(
        account.Name,
        account.Population.Name,
        account.Population.Archetype,
        account.Population.Attack,
        account.Arrival,
        account.LeftAt,
        account.Deposited,
        account.Withdrawn,
        view.Models.Aggregate(view.Wallet, (sum, model) => sum + model.Active + model.Pending));
}
