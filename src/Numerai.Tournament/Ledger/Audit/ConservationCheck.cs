using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Ledger.Audit;

/// <summary>Adds up what every actor holds and holds it against the ledger.</summary>
public sealed class ConservationCheck(IActors actors, IReadModel readModel)
{
    private const int AccountsAtOnce = 64;

    public async Task<ConservationReport> RunAsync()
    {
        var held = new Dictionary<string, Nmr>(StringComparer.Ordinal);
        var totals = new Totals();
        foreach (var batch in (await readModel.AccountsAsync()).Chunk(AccountsAtOnce))
        {
            foreach (var account in await Task.WhenAll(batch.Select(id => actors.Participant(id).GetAsync())))
            {
                totals.Add(account.Require(), held);
            }
        }

        var agreements = await HeldAgreements.ReadAsync(actors, readModel, held);
        var treasury = (await actors.Treasury().GetAsync()).Require();
        var ledger = await readModel.LedgerBalancesAsync();
        if (treasury.Reserved.IsEmpty && treasury.ReservedGrants.IsEmpty)
        {
            held[LedgerAccounts.Treasury] = treasury.Balance;
            held[LedgerAccounts.Burned] = treasury.Burned + agreements.Burned;
        }

        return Report(totals, held, ledger, [.. treasury.Reserved.Keys], Moving(agreements, treasury));
    }

    /// <summary>Accounts that are left out because an agreement, or a proposal that grants funds, is in the middle of a transfer.</summary>
    private static IReadOnlySet<string> Moving(HeldAgreements agreements, Treasury.TreasuryView treasury) => treasury.ReservedGrants.IsEmpty
        ? agreements.Moving
        : new HashSet<string>(agreements.Moving, StringComparer.Ordinal) { LedgerAccounts.Treasury, LedgerAccounts.Burned };

    private static ConservationReport Report(
        Totals totals,
        Dictionary<string, Nmr> held,
        IReadOnlyDictionary<string, Nmr> ledger,
        ImmutableArray<RoundId> settling,
        IReadOnlySet<string> moving)
    {
        var issued = -ledger.GetValueOrDefault(LedgerAccounts.Issued);
        var treasury = ledger.GetValueOrDefault(LedgerAccounts.Treasury);
        var burned = ledger.GetValueOrDefault(LedgerAccounts.Burned);
        var agreements = ledger.Where(account => account.Key.StartsWith(LedgerAccounts.AgreementPrefix, StringComparison.Ordinal))
            .Aggregate(Nmr.Zero, (sum, account) => sum + account.Value);
        var gaps = held.Keys.Union(ledger.Keys, StringComparer.Ordinal)
            .Where(
                account =>
                    account != LedgerAccounts.Issued && !moving.Contains(account)
                        && !(settling.Length > 0 && account is LedgerAccounts.Treasury or LedgerAccounts.Burned))
            .Select(account => new ConservationGap(account, ledger.GetValueOrDefault(account), held.GetValueOrDefault(account)))
            .Where(gap => gap.Ledger != gap.Held)
            .OrderBy(gap => gap.Account, StringComparer.Ordinal);
        return new ConservationReport(
            issued,
            totals.Wallets,
            totals.Active,
            totals.Pending,
            agreements,
            treasury,
            burned,
            issued - totals.Wallets - totals.Active - totals.Pending - agreements - treasury - burned,
            [.. gaps],
            settling);
    }

    private sealed class Totals
    {
        public Nmr Wallets { get; private set; }

        public Nmr Active { get; private set; }

        public Nmr Pending { get; private set; }

        public void Add(AccountView account, Dictionary<string, Nmr> held)
        {
            Wallets += account.Wallet + account.Held;
            held[LedgerAccounts.Wallet(account.Id)] = account.Wallet;
            held[LedgerAccounts.Held(account.Id)] = account.Held;
            foreach (var model in account.Models)
            {
                Active += model.Active;
                Pending += model.Pending;
                held[LedgerAccounts.Stake(model.Id)] = model.Active;
                held[LedgerAccounts.Pending(model.Id)] = model.Pending;
            }
        }
    }
}
