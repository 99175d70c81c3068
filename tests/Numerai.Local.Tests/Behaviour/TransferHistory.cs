using Numerai.Contracts;
using Numerai.Storage.Actors;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Accounts.Transfers;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger;
using Numerai.Tournament.Rounds.Settings;

namespace Numerai.Local.Tests.Behaviour;

/// <summary>Plays transfers of one account against a host, and knows what each comes to.</summary>
/// <param name="repeat">Gives a command until it is answered.</param>
internal sealed class TransferHistory(ITournamentHost host, Func<Func<Task>, Task> repeat)
{
    public const int Kinds = 7;

    private const int Room = ParticipantState.RememberedTransfers;
    private static readonly AccountId _ada = NamedUuid.Account("ada");
    private static readonly AccountSettings _limits = TournamentDefaults.Of(TournamentId.Classic).Accounts;
    private readonly List<(bool Deposit, string Id, Nmr Amount)> _external = [];
    private readonly Dictionary<string, long> _latest = new(StringComparer.Ordinal);
    private Nmr _wallet;

    private IParticipant Ada => host.Actors.Participant(_ada);

    /// <summary>An account whose row is nearly full.</summary>
    public async Task PrepareAsync()
    {
        var key = new AddApiKey("ADAKEY".PadRight(32, 'A'), new string('0', 64), "first", ["read"]);
        (await Ada.RegisterAsync(new RegisterAccount("ada", key))).Require();
        for (var number = 0; number < Room - 5; number++)
        {
            await DepositAsync(Nmr.FromNmr(1));
            await TransferAsync($"agreement/{number}", 1, incoming: true, Nmr.FromNmr(1));
        }
    }

    public Task PlayAsync(HistoryCommand command)
    {
        var amount = new Nmr((Int128)command.Size * 10_000_000_000_000_000);
        var source = $"agreement/{command.Who % (Room + 50)}";
        var next = _latest.GetValueOrDefault(source) + 1;
        return command.Kind switch
        {
            0 => DepositAsync(amount),
            1 => WithdrawAsync(amount),
            2 => AgainAsync(_external[command.Who % _external.Count], Nmr.Zero),
            3 => AgainAsync(_external[command.Who % _external.Count], amount),
            4 => TransferAsync(source, next, incoming: true, amount),
            5 => TransferAsync(source, next, incoming: false, amount),
            _ => TransferAsync(source, Math.Max(0, next - 1 - (command.Size % 3)), incoming: true, amount),
        };
    }

    /// <summary>
    /// The wallet is what was booked, and so is the ledger; what the row has forgotten is kept, and the row is no longer than it may be.
    /// </summary>
    public async Task AssertAsync(IActorRows rows)
    {
        var row = (await rows.ReadAsync<ParticipantState>(ActorKinds.Participant, _ada.ToString()))!.Value.State;
        Assert.Equal(_wallet, row.Wallet);
        Assert.Equal(_wallet, (await host.ReadModel.LedgerBalancesAsync())[LedgerAccounts.Wallet(_ada)]);
        Assert.InRange(row.ExternalTransfers.Count, 0, Room);
        Assert.InRange(row.LatestTransfers.Count, 0, Room);
        foreach (var (deposit, id, amount) in _external)
        {
            var name = deposit ? $"deposit/{id}" : $"withdrawal/{id}";
            Assert.Equal(amount, row.ExternalTransfers.TryGetValue(name, out var booked) ? booked : (await OwnRowAsync(name)).Amount);
        }

        foreach (var (source, sequence) in _latest)
        {
            Assert.Equal(
                sequence, row.LatestTransfers.TryGetValue(source, out var latest) ? latest : (await OwnRowAsync(source)).Sequence);
        }
    }

    private async Task<BookedTransfer> OwnRowAsync(string transfer) =>
        (await host.Actors.BookedTransfer(_ada, transfer).GetAsync()).Require();

    private async Task DepositAsync(Nmr amount)
    {
        var id = $"{_external.Count}";
        await GiveAsync(true, id, amount, null);
        _external.Add((true, id, amount));
        _wallet += amount;
    }

    private async Task WithdrawAsync(Nmr amount)
    {
        var id = $"{_external.Count}";
        var refused = amount > _wallet ? RefusalCodes.BalanceInsufficient
            : amount <= _limits.YoungAccountWithdrawalAbove ? RefusalCodes.WithdrawalTooEarly : null;
        await GiveAsync(false, id, amount, refused);
        if (refused is null)
        {
            _external.Add((false, id, amount));
            _wallet -= amount;
        }
    }

    /// <summary>The same with its own amount changes nothing, with more it is refused.</summary>
    private Task AgainAsync((bool Deposit, string Id, Nmr Amount) given, Nmr more) => GiveAsync(
        given.Deposit, given.Id, given.Amount + more, more.IsZero ? null : RefusalCodes.CommandReused);

    private Task GiveAsync(bool deposit, string id, Nmr amount, string? refused) => repeat(async () => Assert.Equal(
        refused,
        (deposit ? await Ada.DepositAsync(new Deposit(id, amount)) : await Ada.WithdrawAsync(new Withdraw(id, amount, _limits)))
            .Refusal?.Code));

    private async Task TransferAsync(string source, long sequence, bool incoming, Nmr amount)
    {
        var late = sequence <= _latest.GetValueOrDefault(source);
        var refused = !late && !incoming && amount > _wallet ? RefusalCodes.BalanceInsufficient : null;
        var transfer = new WalletTransfer(source, sequence, LedgerReason.AgreementReturn, "agreement:any", incoming, amount);
        await repeat(async () => Assert.Equal(refused, (await Ada.TransferAsync(transfer)).Refusal?.Code));
        if (!late && refused is null)
        {
            _latest[source] = sequence;
            _wallet += incoming ? amount : -amount;
        }
    }
}
