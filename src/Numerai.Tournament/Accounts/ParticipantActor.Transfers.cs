using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Accounts.Transfers;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Accounts;

/// <content>
/// NMR that enters and leaves the wallet. Whether a transfer was booked is in the row that has the money, or in a row of its own: it is
/// written there before the account's row forgets it, and asked for there before the account books what its row does not know. The
/// account's row is written only as it was read, so whatever froze, died or was asked twice in between, nothing is booked twice.
/// </content>
public partial class ParticipantActor
{
    public Task<Outcome<WalletView>> DepositAsync(Deposit command) => BookAsync(
        WalletDecisions.DepositId(command.ExternalId),
        WalletDecisions.Check(command.ExternalId, command.Amount),
        (state, now) => WalletDecisions.Deposit(state, command, now));

    public Task<Outcome<WalletView>> WithdrawAsync(Withdraw command) => BookAsync(
        WalletDecisions.WithdrawalId(command.ExternalId),
        WalletDecisions.Check(command.ExternalId, command.Amount),
        (state, now) => WalletDecisions.Withdraw(state, command, now));

    public async Task<Outcome<WalletTransferView>> TransferAsync(WalletTransfer transfer)
    {
        if (State is not { } account)
        {
            return AccountDecisions.NotFound(Key);
        }

        var known = await RecalledAsync(
            account.LatestTransfers, transfer.Source, sequence => new BookedTransfer(Nmr.Zero, sequence), booked => booked.Sequence);
        return await DecideKnownPublishedAsync(
            (state, now) => TransferDecisions.Transfer(state with { LatestTransfers = known }, transfer, now));
    }

    private async Task<Outcome<WalletView>> BookAsync(
        string id, Refusal? invalid, Func<ParticipantState, DateTimeOffset, Decision<ParticipantState, WalletView>> decide)
    {
        if (State is not { } account)
        {
            return AccountDecisions.NotFound(Key);
        }

        if (invalid is not null)
        {
            return invalid;
        }

        var known = await RecalledAsync(
            account.ExternalTransfers, id, amount => new BookedTransfer(amount, 0), booked => booked.Amount);
        return await DecideKnownAsync((state, now) => decide(state with { ExternalTransfers = known }, now));
    }

    /// <summary>
    /// The list with what was ever booked under an id, and with room for it. Nothing of it is stored unless something is booked.
    /// </summary>
    private async Task<ImmutableSortedDictionary<string, T>> RecalledAsync<T>(
        ImmutableSortedDictionary<string, T> list, string id, Func<T, BookedTransfer> keep, Func<BookedTransfer, T> recall)
    {
        if (TransferMemory.Decides(list, id))
        {
            return list;
        }

        var booked = (await OwnRow(id).GetAsync()).Require();
        foreach (var leaving in TransferMemory.Leaving(list))
        {
            (await OwnRow(leaving).KeepAsync(keep(list[leaving]))).Require();
            list = list.Remove(leaving);
        }

        return booked == BookedTransfer.None ? list : list.Add(id, recall(booked));
    }

    private IBookedTransfer OwnRow(string transfer) => Services.Actors.BookedTransfer(Id, transfer);
}
