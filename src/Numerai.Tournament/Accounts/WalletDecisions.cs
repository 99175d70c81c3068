using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger;

namespace Numerai.Tournament.Accounts;

/// <summary>NMR that enters and leaves an account's wallet.</summary>
internal static class WalletDecisions
{
    /// <summary>What the account's row calls a deposit.</summary>
    public static string DepositId(string externalId) => $"deposit/{externalId}";

    /// <summary>What the account's row calls a withdrawal.</summary>
    public static string WithdrawalId(string externalId) => $"withdrawal/{externalId}";

    public static Decision<ParticipantState, WalletView> Deposit(ParticipantState state, Deposit command, DateTimeOffset now)
    {
        var id = DepositId(command.ExternalId);
        if (Answered(state, id, command.ExternalId, command.Amount) is { } answered)
        {
            return answered;
        }

        return Book(
            state, id, command.Amount, state.Wallet + command.Amount, LedgerReason.Deposit, LedgerAccounts.Issued,
            LedgerAccounts.Wallet(state.Id), now);
    }

    public static Decision<ParticipantState, WalletView> Withdraw(ParticipantState state, Withdraw command, DateTimeOffset now)
    {
        var id = WithdrawalId(command.ExternalId);
        if (Answered(state, id, command.ExternalId, command.Amount) is { } answered)
        {
            return answered;
        }

        if (HoldDecisions.CheckSpending(state, command.Amount, "to withdraw") is { } held)
        {
            return held;
        }

        if (command.Amount > state.Wallet)
        {
            return new Refusal(
                RefusalCodes.BalanceInsufficient, $"The wallet holds {state.Wallet} NMR, less than the {command.Amount} NMR to withdraw.");
        }

        var age = now - state.Registered;
        if (age < command.Limits.WithdrawalAge && command.Amount <= command.Limits.YoungAccountWithdrawalAbove)
        {
            var from = state.Registered + command.Limits.WithdrawalAge;
            return new Refusal(
                RefusalCodes.WithdrawalTooEarly,
                $"Until {from.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'} this account withdraws only amounts above "
                + $"{command.Limits.YoungAccountWithdrawalAbove} NMR; {command.Amount} NMR is not.");
        }

        return Book(
            state, id, command.Amount, state.Wallet - command.Amount, LedgerReason.Withdrawal, LedgerAccounts.Wallet(state.Id),
            LedgerAccounts.Issued, now);
    }

    /// <summary>Null when a transfer is well formed.</summary>
    public static Refusal? Check(string externalId, Nmr amount) =>
        CommandIdRule.Check(externalId)
        ?? (!amount.IsPositive ? new Refusal(RefusalCodes.InvalidAmount, $"The amount is {amount} NMR; it must be positive.")
            : null);

    /// <summary>A refusal, or the answer to a repeated command; null when the command is new and well formed.</summary>
    private static Decision<ParticipantState, WalletView>? Answered(ParticipantState state, string id, string externalId, Nmr amount)
    {
        if (Check(externalId, amount) is { } invalid)
        {
            return invalid;
        }

        if (!state.ExternalTransfers.TryGetValue(id, out var booked))
        {
            return null;
        }

        return booked == amount
            ? Decision<ParticipantState, WalletView>.Unchanged(new WalletView(state.Wallet))
            : new Refusal(
                RefusalCodes.CommandReused, $"The id '{externalId}' was used for {booked} NMR; use a new id for another amount.");
    }

    private static Decision<ParticipantState, WalletView> Book(
        ParticipantState state, string id, Nmr amount, Nmr wallet, LedgerReason reason, string debit, string credit, DateTimeOffset now)
    {
        var ledger = new LedgerWriter(state.LedgerChain, state.LedgerHead, now);
        ledger.Post($"{state.Id}/{id}", reason, debit, credit, amount);
        var next = state with
        {
            Wallet = wallet,
            LedgerHead = ledger.Head,
            ExternalTransfers = state.ExternalTransfers.Add(id, amount),
        };
        return Decision<ParticipantState, WalletView>.Changed(new WalletView(wallet), next, ledger.Events);
    }
}
