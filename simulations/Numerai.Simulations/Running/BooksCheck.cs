using Numerai.Contracts;
using Numerai.Simulations.Stores;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger;

namespace Numerai.Simulations.Running;

/// <summary>
/// The invariant of the books after a round: <c>issued = wallets + active stakes + pending releases + treasury + burned</c>, and every
/// balance that an actor holds is the ledger's, to the wei.
/// </summary>
internal static class BooksCheck
{
    /// <returns>What every arrived account holds, in the order of the crowd; null for those that have not arrived.</returns>
    /// <exception cref="SimulationException"><c>books_broken</c>, naming the account.</exception>
    public static async Task<AccountView?[]> RunAsync(IActors actors, Crowd crowd, SimulationLedger ledger)
    {
        var views = new AccountView?[crowd.Accounts.Count];
        var held = Nmr.Zero;
        foreach (var account in crowd.Accounts.Where(account => account.Arrived))
        {
            var view = views[account.Number] = (await actors.Participant(account.Id).GetAsync()).Require();
            held += Check(ledger, LedgerAccounts.Wallet(view.Id), view.Wallet);
            foreach (var model in view.Models)
            {
                held += Check(ledger, LedgerAccounts.Stake(model.Id), model.Active);
                held += Check(ledger, LedgerAccounts.Pending(model.Id), model.Pending);
            }

            if (ledger.Heads.GetValueOrDefault($"participant/{view.Id}", LedgerHead.Genesis) != view.LedgerHead)
            {
                throw Broken($"participant/{view.Id}", "its chain ends elsewhere in the ledger");
            }
        }

        var treasury = (await actors.Treasury().GetAsync()).Require();
        var reserved = treasury.Reserved.Values.Aggregate(Nmr.Zero, (sum, amount) => sum + amount);
        held += Check(ledger, LedgerAccounts.Treasury, treasury.Balance + reserved);
        held += Check(ledger, LedgerAccounts.Burned, treasury.Burned);
        var issued = -ledger.Balances.GetValueOrDefault(LedgerAccounts.Issued);
        return held == issued ? views : throw Broken("all accounts", $"they hold {held} NMR, and {issued} NMR were issued");
    }

    private static Nmr Check(SimulationLedger ledger, string account, Nmr held)
    {
        var booked = ledger.Balances.GetValueOrDefault(account);
        return booked == held ? held : throw Broken(account, $"its actor holds {held} NMR, the ledger says {booked} NMR");
    }

    private static SimulationException Broken(string account, string what) =>
        new("books_broken", $"The books do not balance at {account}: {what}.");
}
