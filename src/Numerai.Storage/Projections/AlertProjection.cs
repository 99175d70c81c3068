using Numerai.Tournament.Actors;

namespace Numerai.Storage.Projections;

internal static class AlertProjection
{
    private const string Raise = "INSERT INTO alerts (code, subject, message, raised) VALUES (@Code, @Subject, @Message, @time)";

    private const string Clear = "UPDATE alerts SET cleared = @time WHERE code = @Code AND subject = @Subject AND cleared IS NULL";

    public static Task RaiseAsync(ProjectionTables tables, AlertRaised alert, DateTimeOffset time) =>
        tables.ExecuteAsync(Raise, new { alert.Code, alert.Subject, alert.Message, time = StoredTime.Write(time) });

    public static Task ClearAsync(ProjectionTables tables, AlertCleared alert, DateTimeOffset time) =>
        tables.ExecuteAsync(Clear, new { alert.Code, alert.Subject, time = StoredTime.Write(time) });
}
