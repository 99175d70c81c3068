using Dapper;
using Numerai.Contracts;
using Numerai.Tournament.Ledger;

namespace Numerai.Storage.Projections;

internal static class LedgerProjection
{
    private const string Insert = """
        INSERT INTO ledger (chain, sequence, transfer, reason, debit, credit, amount, round, time, previous, hash)
        VALUES (@Chain, @Sequence, @Transfer, @Reason, @Debit, @Credit, @Amount, @Round, @Time, @Previous, @Hash)
        """;

    private const string SelectBalance = "SELECT amount FROM ledger_balances WHERE account = @account";

    private const string SetBalance = """
        INSERT INTO ledger_balances (account, amount) VALUES (@account, @amount)
        ON CONFLICT (account) DO UPDATE SET amount = excluded.amount
        """;

    public static async Task PostAsync(ProjectionTables tables, LedgerEntry entry)
    {
        await tables.ExecuteAsync(
            Insert,
            new
            {
                entry.Chain,
                entry.Sequence,
                entry.Transfer,
                Reason = entry.Reason.ToString(),
                entry.Debit,
                entry.Credit,
                Amount = entry.Amount.ToString(),
                Round = entry.Round?.ToString(),
                Time = StoredTime.Write(entry.Time),
                entry.Previous,
                entry.Hash,
            });
        await AddAsync(tables, entry.Debit, -entry.Amount);
        await AddAsync(tables, entry.Credit, entry.Amount);
    }

    /// <summary>Amounts have more digits than any database's integers, so the sum is made here.</summary>
    private static async Task AddAsync(ProjectionTables tables, string account, Nmr amount)
    {
        var text = await tables.Connection.ExecuteScalarAsync<string?>(SelectBalance, new { account });
        var balance = text is null ? amount : Nmr.Parse(text) + amount;
        await tables.ExecuteAsync(SetBalance, new { account, amount = balance.ToString() });
    }
}
