namespace Numerai.Storage.Webhooks;

/// <summary>The statements of <see cref="SqlWebhookStore"/>. A condition whose parameter is null does not apply.</summary>
internal static class WebhookSql
{
    public const string Select = "SELECT id AS Id, account AS Account, url AS Url, events AS Events, created AS Created FROM webhooks";

    public const string Save = """
        INSERT INTO webhooks (id, account, url, events, created) VALUES (@Id, @Account, @Url, @Events, @Created)
        ON CONFLICT (id) DO UPDATE SET events = excluded.events
        """;

    public const string Delete = "DELETE FROM webhooks WHERE id = @id AND account = @account";

    public const string DeleteDeliveries = "DELETE FROM webhook_deliveries WHERE webhook = @id";

    public const string SelectPosition = "SELECT coalesce(max(position), 0) FROM webhook_cursor";

    public const string Advance = """
        INSERT INTO webhook_cursor (position) VALUES (@position) ON CONFLICT (position) DO NOTHING;
        DELETE FROM webhook_cursor WHERE position < (SELECT max(position) FROM webhook_cursor);
        """;

    public const string SelectDelivery = """
        SELECT id AS Id, webhook AS Webhook, account AS Account, kind AS Kind, body AS Body, status AS Status, attempts AS Attempts,
            due AS Due, answer AS Answer, created AS Created
        FROM webhook_deliveries
        """;

    public const string Add = """
        INSERT INTO webhook_deliveries (id, webhook, account, kind, body, status, attempts, due, answer, created)
        VALUES (@Id, @Webhook, @Account, @Kind, @Body, @Status, @Attempts, @Due, @Answer, @Created)
        ON CONFLICT (id) DO NOTHING
        """;

    public const string SelectDue = $"{SelectDelivery} WHERE status = 'Pending' AND due <= @now ORDER BY due, id LIMIT @limit";

    public const string Claim = "UPDATE webhook_deliveries SET due = @until WHERE id = @id AND status = 'Pending' AND due = @due";

    public const string Update = """
        UPDATE webhook_deliveries SET status = @Status, attempts = @Attempts, due = @Due, answer = @Answer WHERE id = @Id
        """;

    /// <summary>Text of a null parameter is cast, because PostgreSQL cannot tell its type.</summary>
    public const string SelectDeliveries = $"""
        {SelectDelivery} WHERE (CAST(@account AS TEXT) IS NULL OR account = @account)
            AND (CAST(@status AS TEXT) IS NULL OR status = @status)
        ORDER BY created DESC, id LIMIT @limit OFFSET @offset
        """;

    public const string Sweep = "DELETE FROM webhook_deliveries WHERE status <> 'Pending' AND due < @before";
}
