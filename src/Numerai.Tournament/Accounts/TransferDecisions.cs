using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Governance;
using Numerai.Tournament.Ledger;

namespace Numerai.Tournament.Accounts;

/// <summary>NMR that moves between a wallet and agreements or grants, and delegation.</summary>
internal static class TransferDecisions
{
    public static Decision<ParticipantState, WalletTransferView> Transfer(
        ParticipantState state, WalletTransfer transfer, DateTimeOffset now)
    {
        if (state.LatestTransfers.GetValueOrDefault(transfer.Source) >= transfer.Sequence)
        {
            return Decision<ParticipantState, WalletTransferView>.Unchanged(View(state));
        }

        if (!transfer.Incoming && HoldDecisions.CheckSpending(state, transfer.Amount, "to transfer") is { } held)
        {
            return held;
        }

        if (!transfer.Incoming && transfer.Amount > state.Wallet)
        {
            return new Refusal(
                RefusalCodes.BalanceInsufficient, $"The wallet holds {state.Wallet} NMR, less than the {transfer.Amount} NMR needed.");
        }

        var ledger = new LedgerWriter(state.LedgerChain, state.LedgerHead, now);
        var wallet = LedgerAccounts.Wallet(state.Id);
        ledger.Post(
            $"{transfer.Source}/{transfer.Sequence}",
            transfer.Reason,
            transfer.Incoming ? transfer.Account : wallet,
            transfer.Incoming ? wallet : transfer.Account,
            transfer.Amount);
        var next = state with
        {
            Wallet = transfer.Incoming ? state.Wallet + transfer.Amount : state.Wallet - transfer.Amount,
            LedgerHead = ledger.Head,
            LatestTransfers = state.LatestTransfers.SetItem(transfer.Source, transfer.Sequence),
        };
        return Decision<ParticipantState, WalletTransferView>.Changed(View(next), next, ledger.Events);
    }

    public static Decision<ParticipantState, AccountId?> Delegate(ParticipantState state, AccountId? to) => state.Delegate == to
        ? Decision<ParticipantState, AccountId?>.Unchanged(to)
        : Decision<ParticipantState, AccountId?>.Changed(to, state with { Delegate = to }, new DelegateChanged(state.Id, to));

    private static WalletTransferView View(ParticipantState state) => new(state.Wallet);
}
