using Numerai.Contracts;
using Numerai.Storage.Actors;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Accounts.Transfers;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger;
using Numerai.Tournament.Ledger.Audit;
using Numerai.Tournament.Rounds.Settings;
using static Numerai.Behaviour.AgreementSuite;

namespace Numerai.Behaviour;

/// <summary>
/// Transfers of accounts whose rows have no room to remember one more: what a row forgets is booked once all the same, over any host.
/// </summary>
public abstract class TransferSuite
{
    private static readonly Nmr _small = Nmr.Parse("0.01");
    private static readonly AccountSettings _limits = TournamentDefaults.Of(TournamentId.Classic).Accounts;

    protected abstract Task<ITournamentHost> StartAsync();

    /// <summary>What the host's actors are stored in.</summary>
    protected abstract IActorRows Rows(ITournamentHost host);

    [Fact]
    public async Task What_the_row_has_forgotten_is_booked_once_and_every_NMR_is_accounted_for()
    {
        await using var host = await StartAsync();
        await PrepareFullAsync(host, Rows(host));

        await TellAsync(host, work => work());

        await AssertToldAsync(host);
        Assert.Equal(new BookedTransfer(_small, 0), await OwnRowAsync(host, "deposit/0"));
        foreach (var account in new[] { Seller, Buyer })
        {
            var row = (await Rows(host).ReadAsync<ParticipantState>(ActorKinds.Participant, account.ToString()))!.Value.State;
            Assert.Equal(ParticipantState.RememberedTransfers, row.ExternalTransfers.Count);
            Assert.Equal(ParticipantState.RememberedTransfers, row.LatestTransfers.Count);
        }
    }

    [Fact]
    public async Task An_id_that_the_row_has_forgotten_stays_taken_after_a_restart()
    {
        await using var host = await StartAsync();
        await PrepareFullAsync(host, Rows(host));
        var seller = host.Actors.Participant(Seller);
        (await seller.WithdrawAsync(new Withdraw("0", Nmr.FromNmr(1), _limits))).Require();
        foreach (var more in Numbers(ParticipantState.RememberedTransfers))
        {
            (await seller.WithdrawAsync(new Withdraw($"1 {more}", Nmr.Parse("0.11"), _limits))).Require();
        }

        await host.RestartAsync();
        seller = host.Actors.Participant(Seller);
        Assert.Equal(new BookedTransfer(Nmr.FromNmr(1), 0), await OwnRowAsync(host, "withdrawal/0"));
        var wallet = (await seller.GetAsync()).Require().Wallet;

        Assert.Equal(wallet, (await seller.WithdrawAsync(new Withdraw("0", Nmr.FromNmr(1), _limits))).Require().Wallet);
        Assert.Equal(wallet, (await seller.DepositAsync(new Deposit("0", _small))).Require().Wallet);
        Assert.Equal(RefusalCodes.CommandReused, (await seller.DepositAsync(new Deposit("0", Nmr.FromNmr(1)))).Refusal?.Code);
        Assert.Equal(RefusalCodes.CommandReused, (await seller.WithdrawAsync(new Withdraw("0", _small, _limits))).Refusal?.Code);
        Assert.Equal(RefusalCodes.InvalidRequest, (await seller.DepositAsync(new Deposit(new string('x', 101), _small))).Refusal?.Code);
        Assert.Equal(
            RefusalCodes.AccountNotFound,
            (await host.Actors.Participant(NamedUuid.Account("nobody")).DepositAsync(new Deposit("0", _small))).Refusal?.Code);
        Assert.Equal(wallet, (await seller.GetAsync()).Require().Wallet);
    }

    /// <summary>Both the account and the row beside it are in memory as they were before others wrote them.</summary>
    [Fact]
    public async Task A_process_that_froze_books_nothing_that_others_have_booked_and_forgotten_meanwhile()
    {
        await using var host = await StartAsync();
        await PrepareFullAsync(host, Rows(host));
        var rows = Rows(host);
        Assert.Equal(BookedTransfer.None, await OwnRowAsync(host, "deposit/forgotten"));
        Assert.Equal(Nmr.FromNmr(100), (await host.Actors.Participant(Seller).GetAsync()).Require().Wallet);
        var (version, row) = (await rows.ReadAsync<ParticipantState>(ActorKinds.Participant, Seller.ToString()))!;
        var wallet = row.State.Wallet + Nmr.FromNmr(3);
        row = row with
        {
            State = row.State with
            {
                Wallet = wallet,
                ExternalTransfers = row.State.ExternalTransfers.Remove("deposit/1").Add("deposit/remembered", Nmr.FromNmr(2)),
            },
        };
        await KeepBehindAsync(rows, "deposit/forgotten", Nmr.FromNmr(1));
        await KeepBehindAsync(rows, "deposit/1", _small);
        await rows.WriteAsync(ActorKinds.Participant, Seller.ToString(), version, row);

        (await DepositAsync("forgotten", Nmr.FromNmr(1))).Require();
        var stale = await Record.ExceptionAsync(() => DepositAsync("remembered", Nmr.FromNmr(2)));
        (await DepositAsync("remembered", Nmr.FromNmr(2))).Require();
        (await DepositAsync("1", _small)).Require();

        Assert.NotNull(stale);
        Assert.Equal(wallet, (await host.Actors.Participant(Seller).GetAsync()).Require().Wallet);

        Task<Outcome<WalletView>> DepositAsync(string id, Nmr amount) =>
            host.Actors.Participant(Seller).DepositAsync(new Deposit(id, amount));
    }

    /// <summary>Two parties whose rows are as long as years of transfers have made them.</summary>
    public static async Task PrepareFullAsync(ITournamentHost host, IActorRows rows)
    {
        await PrepareAsync(host);
        foreach (var account in new[] { Seller, Buyer })
        {
            var (version, row) = (await rows.ReadAsync<ParticipantState>(ActorKinds.Participant, account.ToString()))!;
            var full = row.State with
            {
                ExternalTransfers = row.State.ExternalTransfers.AddRange(
                    Numbers(ParticipantState.RememberedTransfers - 1).Select(number => KeyValuePair.Create($"deposit/{number}", _small))),
                LatestTransfers = row.State.LatestTransfers.AddRange(
                    Numbers(ParticipantState.RememberedTransfers).Select(number => KeyValuePair.Create($"agreement/{number}", 3L))),
            };
            await rows.WriteAsync(ActorKinds.Participant, account.ToString(), version, row with { State = full });
        }

        await host.RestartAsync();
    }

    /// <summary>
    /// Deposits, a withdrawal and a sale, each given again when rows have forgotten it, the sale's as by a process that froze and woke.
    /// </summary>
    public static async Task TellAsync(ITournamentHost host, Func<Func<Task>, Task> attempt)
    {
        await GiveAsync();
        await attempt(() => DepositAsync("more", Nmr.FromNmr(1)));
        await SellAsync(host, attempt);
        await GiveAsync();
        var escrow = $"escrow/{NamedUuid.Escrow(Seller, "sale")}";
        foreach (var source in new[] { escrow, "agreement/0", "agreement/7" })
        {
            await attempt(async () => (await Party(Seller).TransferAsync(Moved(source, 1, Nmr.FromNmr(20)))).Require());
            await attempt(async () => (await Party(Buyer).TransferAsync(Moved(source, 2, Nmr.FromNmr(5)))).Require());
        }

        IParticipant Party(AccountId account) => host.Actors.Participant(account);

        async Task GiveAsync()
        {
            await attempt(() => DepositAsync("new", Nmr.FromNmr(5)));
            await attempt(async () => (await Party(Seller).WithdrawAsync(new Withdraw("0", Nmr.FromNmr(3), _limits))).Require());
            await attempt(() => DepositAsync("0", _small));
            await attempt(() => DepositAsync("1", _small));
        }

        async Task DepositAsync(string id, Nmr amount)
        {
            (await Party(Seller).DepositAsync(new Deposit(id, amount))).Require();
            (await Party(Buyer).DepositAsync(new Deposit(id, amount))).Require();
        }
    }

    /// <summary>Fails where anything was booked twice or not at all.</summary>
    public static async Task<string> AssertToldAsync(ITournamentHost host)
    {
        await host.SettleAsync();
        var seller = (await host.Actors.Participant(Seller).GetAsync()).Require();
        var buyer = (await host.Actors.Participant(Buyer).GetAsync()).Require();
        Assert.Equal((Nmr.FromNmr(101 + 5 + 1 - 3), Nmr.FromNmr(93 + 5 + 1)), (seller.Wallet, buyer.Wallet));
        var report = await new ConservationCheck(host.Actors, host.ReadModel).RunAsync();
        Assert.True(report.Holds, $"{report}");
        Assert.Equal(Nmr.FromNmr(200 + 12 - 3), report.Issued);
        return $"{seller.Wallet} {buyer.Wallet} {report}";
    }

    private static IEnumerable<int> Numbers(int count) => Enumerable.Range(0, count);

    private static WalletTransfer Moved(string source, long sequence, Nmr amount) =>
        new(source, sequence, LedgerReason.AgreementReturn, "agreement:any", true, amount);

    private static async Task<BookedTransfer> OwnRowAsync(ITournamentHost host, string transfer) =>
        (await host.Actors.BookedTransfer(Seller, transfer).GetAsync()).Require();

    private static Task<long> KeepBehindAsync(IActorRows rows, string transfer, Nmr amount) => rows.WriteAsync(
        "booked-transfer", $"{Seller}/{transfer}", 0, new Persisted<BookedTransfer>(1, new BookedTransfer(amount, 0), 1, []));
}
