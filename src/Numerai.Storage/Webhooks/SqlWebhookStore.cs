using Dapper;
using Numerai.Contracts;
using Numerai.Tournament.Automation.Webhooks;

namespace Numerai.Storage.Webhooks;

/// <summary>Webhooks in three tables.</summary>
public sealed class SqlWebhookStore(IDatabase database) : IWebhookStore
{
    /// <inheritdoc/>
    public Task SaveAsync(Webhook webhook) =>
        database.WriteAsync(connection => connection.ExecuteAsync(WebhookSql.Save, WebhookRow.Of(webhook)));

    /// <inheritdoc/>
    public async Task<bool> DeleteAsync(AccountId account, Guid id)
    {
        var parameters = new { id = id.ToString("D"), account = account.ToString() };
        return await database.WriteAsync(async connection =>
        {
            var deleted = await connection.ExecuteAsync(WebhookSql.Delete, parameters);
            await connection.ExecuteAsync(deleted > 0 ? WebhookSql.DeleteDeliveries : "SELECT 1", parameters);
            return deleted;
        }) > 0;
    }

    /// <inheritdoc/>
    public async Task<Webhook?> FindAsync(Guid id) =>
        await RowsAsync(" WHERE id = @id", new { id = id.ToString("D") }) is [var webhook] ? webhook : null;

    /// <inheritdoc/>
    public Task<IReadOnlyList<Webhook>> OfAccountAsync(AccountId account) =>
        RowsAsync(" WHERE account = @account ORDER BY url", new { account = account.ToString() });

    /// <inheritdoc/>
    public Task<IReadOnlyList<Webhook>> PageAsync(Guid? after, int limit) =>
        RowsAsync(" WHERE id > @after ORDER BY id LIMIT @limit", new { after = after?.ToString("D") ?? string.Empty, limit });

    /// <inheritdoc/>
    public Task<long> PositionAsync() => database.ReadAsync(connection => connection.ExecuteScalarAsync<long>(WebhookSql.SelectPosition));

    /// <inheritdoc/>
    public Task AdvanceAsync(long position) =>
        database.WriteAsync(connection => connection.ExecuteAsync(WebhookSql.Advance, new { position }));

    /// <inheritdoc/>
    public Task AddAsync(IReadOnlyList<WebhookDelivery> deliveries) => deliveries.Count == 0
        ? Task.CompletedTask
        : database.WriteAsync(connection => connection.ExecuteAsync(WebhookSql.Add, deliveries.Select(WebhookDeliveryRow.Of)));

    /// <inheritdoc/>
    public Task<IReadOnlyList<WebhookDelivery>> ClaimAsync(DateTimeOffset now, DateTimeOffset until, int limit) =>
        database.WriteAsync<IReadOnlyList<WebhookDelivery>>(async connection =>
        {
            var due = await connection.QueryAsync<WebhookDeliveryRow>(WebhookSql.SelectDue, new { now = StoredTime.Write(now), limit });
            var claimed = new List<WebhookDelivery>();
            foreach (var row in due)
            {
                var taken = await connection.ExecuteAsync(
                    WebhookSql.Claim, new { id = row.Id, due = row.Due, until = StoredTime.Write(until) });
                claimed.AddRange(taken == 1 ? [row.ToDelivery()] : []);
            }

            return claimed;
        });

    /// <inheritdoc/>
    public Task UpdateAsync(WebhookDelivery delivery) =>
        database.WriteAsync(connection => connection.ExecuteAsync(WebhookSql.Update, WebhookDeliveryRow.Of(delivery)));

    /// <inheritdoc/>
    public async Task<WebhookDelivery?> FindDeliveryAsync(Guid id)
    {
        var row = await database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<WebhookDeliveryRow>(
            WebhookSql.SelectDelivery + " WHERE id = @id", new { id = id.ToString("D") }));
        return row?.ToDelivery();
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WebhookDelivery>> DeliveriesAsync(
        AccountId? account, WebhookDeliveryStatus? status, int limit, int offset)
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<WebhookDeliveryRow>(
            WebhookSql.SelectDeliveries, new { account = account?.ToString(), status = status?.ToString(), limit, offset }));
        return [.. rows.Select(row => row.ToDelivery())];
    }

    /// <inheritdoc/>
    public Task<int> SweepAsync(DateTimeOffset before) =>
        database.WriteAsync(connection => connection.ExecuteAsync(WebhookSql.Sweep, new { before = StoredTime.Write(before) }));

    private async Task<IReadOnlyList<Webhook>> RowsAsync(string condition, object parameters)
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<WebhookRow>(WebhookSql.Select + condition, parameters));
        return [.. rows.Select(row => row.ToWebhook())];
    }
}
