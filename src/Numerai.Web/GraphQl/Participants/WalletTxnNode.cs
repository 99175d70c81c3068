using Numerai.Contracts;
using Numerai.Tournament.Ledger;

namespace Numerai.Web.GraphQl.Participants;

/// <summary>A transfer into or out of the wallet.</summary>
/// <param name="From">A ledger account.</param>
/// <param name="TxHash">Hash of the ledger entry.</param>
internal sealed record WalletTxnNode(
    Nmr Amount, string From, string To, string Status, DateTimeOffset Time, int? Tournament, string TxHash, string Type)
{
    public static WalletTxnNode Of(LedgerEntry entry) => new(
        entry.Amount,
        entry.Debit,
        entry.Credit,
        "confirmed",
        entry.Time,
        entry.Round?.Tournament.Number,
        entry.Hash,
        System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(entry.Reason.ToString()));

    public static bool Moves(LedgerEntry entry, AccountId account) =>
        entry.Debit == LedgerAccounts.Wallet(account) || entry.Credit == LedgerAccounts.Wallet(account);
}
