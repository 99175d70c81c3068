using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Agreements;
using Numerai.Tournament.Agreements.Escrows;
using Numerai.Tournament.Ledger;

namespace Numerai.Tournament.Tests.Agreements;

/// <summary>
/// Three accounts, an agreement and an escrow between the first two, driven through the pure decisions as their actors drive them, and
/// the ledger all of them post.
/// </summary>
internal sealed class AgreementBooks
{
    public const int WalletEach = 100;

    public static readonly DateTimeOffset Start = new(2026, 1, 6, 12, 0, 0, TimeSpan.Zero);
    public static readonly TimeSpan Countdown = TimeSpan.FromDays(7);
    public static readonly AccountId Staker = NamedUuid.Account("staker");
    public static readonly AccountId Counterparty = NamedUuid.Account("counterparty");
    public static readonly AccountId Stranger = NamedUuid.Account("stranger");
    public static readonly string Metadata = new('a', 64);

    private readonly Dictionary<AccountId, ParticipantState> _accounts = [];
    private int _commands;

    public AgreementBooks()
    {
        foreach (var (id, name) in new[] { (Staker, "staker"), (Counterparty, "counterparty"), (Stranger, "stranger") })
        {
            var key = new AddApiKey("P", "H", "first", []);
            _accounts[id] = AccountDecisions.Register(null, id, new RegisterAccount(name, key), Start).Next!;
            var deposit = WalletDecisions.Deposit(_accounts[id], new Deposit("first", Nmr.FromNmr(WalletEach)), Start);
            _accounts[id] = deposit.Next!;
            Post(deposit.Events);
        }
    }

    public DateTimeOffset Now { get; set; } = Start;

    public AgreementState? Agreement { get; private set; }

    public EscrowState? Escrow { get; private set; }

    public List<LedgerEntry> Ledger { get; } = [];

    public Nmr Wallet(AccountId account) => _accounts[account].Wallet;

    public static AgreementTerms Terms(AgreementType type, GriefRatio? ratio = null) => new(
        type, Staker, Counterparty, ratio ?? new GriefRatio(GriefRatioType.Decimal, 0.5m), type == AgreementType.Countdown
            ? Countdown
            : null, Metadata);

    public static EscrowTerms Sale { get; } = new(
        Staker, Counterparty, Nmr.FromNmr(20), Nmr.FromNmr(5), new GriefRatio(GriefRatioType.Decimal, 0.5m), Countdown,
        TimeSpan.FromDays(2), Metadata);

    public void Create(AgreementTerms terms) => Agreement = Take(AgreementDecisions.Create(
        null, NamedUuid.Agreement(terms.Staker, "one"), new CreateAgreement(terms.Staker, terms), Now));

    public void CreateEscrow() => Escrow = Take(EscrowDecisions.Create(
        null, NamedUuid.Escrow(Staker, "one"), new CreateEscrow(Staker, Sale), Now));

    public Refusal? Act(AccountId caller, AgreementAction action, string amount = "0") => Act(caller, action, Nmr.Parse(amount));

    public Refusal? Act(AccountId caller, AgreementAction action, Nmr amount)
    {
        var begun = AgreementDecisions.Begin(Agreement!, new AgreementCommand($"c{++_commands}", caller, action, amount), Now);
        if (begun.Outcome.Refusal is { } refusal)
        {
            return refusal;
        }

        Agreement = begun.Next;
        var (_, _, account, transfer) = Agreement!.Pending!;
        if (transfer is not null && Transfer(account, transfer) is { } refused)
        {
            Agreement = AgreementDecisions.Drop(Agreement, Now).Next;
            return refused;
        }

        Agreement = Take(AgreementDecisions.Complete(Agreement, Now));
        return null;
    }

    public Refusal? Act(AccountId caller, EscrowAction action)
    {
        var begun = EscrowDecisions.Begin(Escrow!, new EscrowCommand($"c{++_commands}", caller, action, null), Now);
        if (begun.Outcome.Refusal is { } refusal)
        {
            return refusal;
        }

        Escrow = begun.Next;
        foreach (var (account, transfer) in Escrow!.Pending!.Transfers)
        {
            if (Transfer(account, transfer) is { } refused)
            {
                Escrow = EscrowDecisions.Drop(Escrow, Now).Next;
                return refused;
            }
        }

        if (action == EscrowAction.Finalise)
        {
            var fund = new FundAgreement(Escrow.Id, Escrow.Terms.Agreement, Escrow.Terms.Stake);
            Agreement = Take(AgreementDecisions.Fund(null, NamedUuid.AgreementOf(Escrow.Id), fund, Now));
        }

        Escrow = Take(EscrowDecisions.Complete(Escrow, Now));
        return null;
    }

    /// <summary>Wallets, agreement, escrow and what the ledger says was burned; always what was deposited at first.</summary>
    public Nmr Total() => _accounts.Values.Aggregate(Nmr.Zero, (sum, account) => sum + account.Wallet)
        + (Agreement?.Stake ?? Nmr.Zero) + (Escrow is null ? Nmr.Zero : Escrow.HeldStake + Escrow.HeldPayment) + Balance(
            LedgerAccounts.Burned);

    public Nmr Balance(string account) => Ledger.Aggregate(
        Nmr.Zero,
        (sum, entry) => sum + (entry.Credit == account ? entry.Amount : Nmr.Zero) - (entry.Debit == account ? entry.Amount : Nmr.Zero));

    private Refusal? Transfer(AccountId account, WalletTransfer transfer)
    {
        var decision = TransferDecisions.Transfer(_accounts[account], transfer, Now);
        if (decision.Next is { } next)
        {
            _accounts[account] = next;
            Post(decision.Events);

            // The same transfer again, as after a crash, changes nothing.
            Assert.Null(TransferDecisions.Transfer(next, transfer, Now).Next);
        }

        return decision.Outcome.Refusal;
    }

    private TState Take<TState, TView>(Decision<TState, TView> decision)
        where TState : class
    {
        decision.Outcome.Require();
        Post(decision.Events);
        return decision.Next!;
    }

    private void Post(IEnumerable<TournamentEvent> events) =>
        Ledger.AddRange(events.OfType<LedgerEntryPosted>().Select(posted => posted.Entry));
}
