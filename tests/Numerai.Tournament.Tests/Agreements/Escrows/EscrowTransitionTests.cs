using System.Text;
using Numerai.Contracts;
using Numerai.Tournament.Ledger;
using static Numerai.Tournament.Tests.Agreements.AgreementBooks;

namespace Numerai.Tournament.Tests.Agreements.Escrows;

/// <summary>Every state of an escrow, times every action, times every caller.</summary>
public sealed class EscrowTransitionTests(ITestOutputHelper output)
{
    private static readonly (string Name, AccountId Account)[] _callers = [
        ("seller", Staker), ("buyer", Counterparty), ("stranger", Stranger)];

    /// <summary>What is allowed, written down a second time.</summary>
    private static readonly string[] _allowed =
    [
        "Open DepositStake seller -> StakeDeposited",
        "Open DepositPayment buyer -> PaymentDeposited",
        "Open Cancel seller -> Cancelled",
        "Open Cancel buyer -> Cancelled",
        "StakeDeposited DepositPayment buyer -> Deposited",
        "StakeDeposited Cancel seller -> Cancelled",
        "PaymentDeposited DepositStake seller -> Deposited",
        "PaymentDeposited Cancel buyer -> Cancelled",
        "Deposited Finalise seller -> Finalised",
        "Overdue TimeOut seller -> TimedOut",
        "Overdue TimeOut buyer -> TimedOut",
    ];

    [Fact]
    public void Only_the_allowed_transitions_happen_and_the_others_are_refused_with_the_state_named()
    {
        var table = new StringBuilder().AppendLine($"{"state",-17} {"action",-15} {"seller",-20} {"buyer",-20} stranger");
        foreach (var phase in Enum.GetValues<EscrowPhase>())
        {
            foreach (var action in Enum.GetValues<EscrowAction>())
            {
                var results = _callers.Select(caller => Try(phase, action, caller.Name, caller.Account)).ToList();
                table.AppendLine($"{phase,-17} {action,-15} {results[0],-20} {results[1],-20} {results[2]}");
            }
        }

        output.WriteLine(table.ToString());
    }

    [Fact]
    public void A_finalised_escrow_pays_the_seller_and_turns_the_stake_into_an_agreement_that_counts_down()
    {
        var books = At(EscrowPhase.Finalised);

        Assert.Equal(Nmr.FromNmr(WalletEach - 20 + 5), books.Wallet(Staker));
        Assert.Equal(Nmr.FromNmr(WalletEach - 5), books.Wallet(Counterparty));
        Assert.Equal(AgreementPhase.CountingDown, books.Agreement!.PhaseAt(books.Now));
        Assert.Equal(Nmr.FromNmr(20), books.Agreement.Stake);
        Assert.Equal(Nmr.FromNmr(20), books.Balance(LedgerAccounts.Agreement(books.Agreement.Id)));
        Assert.Null(books.Act(Counterparty, AgreementAction.Punish, "4"));
        Assert.Equal(Nmr.FromNmr(WalletEach - 5 - 2), books.Wallet(Counterparty));
        Assert.Equal(Nmr.FromNmr(6), books.Balance(LedgerAccounts.Burned));
        books.Now += Countdown;
        Assert.Null(books.Act(Staker, AgreementAction.Retrieve));
        Assert.Equal(Nmr.FromNmr(WalletEach + 5 - 4), books.Wallet(Staker));
    }

    private static string Try(EscrowPhase phase, EscrowAction action, string caller, AccountId account)
    {
        var books = At(phase);
        var before = books.Escrow;
        var refusal = books.Act(account, action);
        var after = books.Escrow!.PhaseAt(books.Now);
        if (_allowed.FirstOrDefault(line => line.StartsWith($"{phase} {action} {caller} -> ", StringComparison.Ordinal)) is { } expected)
        {
            Assert.Null(refusal);
            Assert.Equal(expected.Split(" -> ")[1], after.ToString());
            return $"-> {after}";
        }

        Assert.NotNull(refusal);
        Assert.Equal(before, books.Escrow);
        Assert.True(refusal.Code is RefusalCodes.AgreementWrongParty or RefusalCodes.AgreementWrongState, refusal.ToString());
        if (refusal.Code == RefusalCodes.AgreementWrongState)
        {
            Assert.Contains($" is {phase}"[..6], refusal.Message, StringComparison.OrdinalIgnoreCase);
        }

        return refusal.Code["agreement_".Length..];
    }

    private static AgreementBooks At(EscrowPhase phase)
    {
        var books = new AgreementBooks();
        books.CreateEscrow();
        if (phase is not (EscrowPhase.Open or EscrowPhase.PaymentDeposited or EscrowPhase.Cancelled))
        {
            Assert.Null(books.Act(Staker, EscrowAction.DepositStake));
        }

        if (phase is not (EscrowPhase.Open or EscrowPhase.StakeDeposited))
        {
            Assert.Null(books.Act(Counterparty, EscrowAction.DepositPayment));
        }

        books.Now += phase is EscrowPhase.Overdue or EscrowPhase.TimedOut ? Sale.DeliverWithin : TimeSpan.Zero;
        var ending = phase switch
        {
            EscrowPhase.Finalised => books.Act(Staker, EscrowAction.Finalise),
            EscrowPhase.Cancelled => books.Act(Counterparty, EscrowAction.Cancel),
            EscrowPhase.TimedOut => books.Act(Counterparty, EscrowAction.TimeOut),
            _ => null,
        };
        Assert.Null(ending);
        Assert.Equal(phase, books.Escrow!.PhaseAt(books.Now));
        return books;
    }
}
