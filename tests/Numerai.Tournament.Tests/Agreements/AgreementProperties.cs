using FsCheck.Xunit;
using Numerai.Contracts;
using Numerai.Tournament.Agreements;
using Numerai.Tournament.Ledger;
using static Numerai.Tournament.Tests.Agreements.AgreementBooks;

namespace Numerai.Tournament.Tests.Agreements;

/// <summary>Whatever the parties try in whatever order, no NMR appears or vanishes, and the ledger says what is held.</summary>
public sealed class AgreementProperties
{
    private static readonly AccountId[] _callers = [Staker, Counterparty, Stranger];
    private static readonly GriefRatio[] _ratios =
    [
        new(GriefRatioType.None, 0),
        new(GriefRatioType.Infinite, 0),
        new(GriefRatioType.Decimal, 0.5m),
        new(GriefRatioType.Decimal, 0.000000000000000001m),
        new(GriefRatioType.Decimal, 3.333333333333333333m),
    ];

    [Property(MaxTest = 300)]
    public void NMR_is_conserved_by_any_history_of_an_agreement(
        bool countdown, byte ratio, (byte Action, byte Caller, ushort Amount, byte Hours)[] steps)
    {
        var books = new AgreementBooks();
        books.Create(Terms(countdown ? AgreementType.Countdown : AgreementType.Simple, _ratios[ratio % _ratios.Length]));

        foreach (var (action, caller, amount, hours) in steps)
        {
            books.Now += TimeSpan.FromHours(hours);
            var chosen = (AgreementAction)(action % 6);
            var moved = chosen is AgreementAction.StartCountdown or AgreementAction.Retrieve
                ? Nmr.Zero
                : new Nmr((Int128)amount * 1_000_000_000_000_001);
            books.Act(_callers[caller % 3], chosen, moved);
            AssertConserved(books);
        }
    }

    [Property(MaxTest = 300)]
    public void NMR_is_conserved_by_any_history_of_an_escrow((byte Action, byte Caller, byte Hours)[] steps)
    {
        var books = new AgreementBooks();
        books.CreateEscrow();

        foreach (var (action, caller, hours) in steps)
        {
            books.Now += TimeSpan.FromHours(hours % 30);
            books.Act(_callers[caller % 3], (EscrowAction)(action % 5));
            AssertConserved(books);
        }
    }

    /// <summary>A punishment costs exactly p times the ratio, rounded up to a whole wei.</summary>
    [Property]
    public void A_punishment_costs_its_ratio(uint wei, uint billionths)
    {
        var ratio = new GriefRatio(GriefRatioType.Decimal, (billionths + 1m) / 1_000_000_000m);

        var cost = ratio.CostOf(new Nmr(wei)).Require();

        var exact = (System.Numerics.BigInteger)wei * (billionths + 1L);
        Assert.Equal((Int128)((exact + 999_999_999) / 1_000_000_000), cost.Wei);
    }

    private static void AssertConserved(AgreementBooks books)
    {
        Assert.Equal(Nmr.FromNmr(3 * WalletEach), books.Total());
        foreach (var account in _callers)
        {
            Assert.Equal(books.Wallet(account), books.Balance(LedgerAccounts.Wallet(account)));
        }

        if (books.Agreement is { } agreement)
        {
            Assert.Equal(agreement.Stake, books.Balance(LedgerAccounts.Agreement(agreement.Id)));
            Assert.Equal(agreement.Burned, books.Balance(LedgerAccounts.Burned));
        }

        if (books.Escrow is { } escrow)
        {
            Assert.Equal(escrow.HeldStake + escrow.HeldPayment, books.Balance(LedgerAccounts.Agreement(escrow.Id)));
        }

        foreach (var chain in books.Ledger.GroupBy(entry => entry.Chain))
        {
            var head = LedgerHead.Genesis;
            foreach (var entry in chain)
            {
                Assert.True(LedgerChain.Follows(head, entry));
                head = new LedgerHead(entry.Sequence, entry.Hash);
            }
        }
    }
}
