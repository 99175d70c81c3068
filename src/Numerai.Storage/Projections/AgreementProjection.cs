using Numerai.Tournament.Agreements;

namespace Numerai.Storage.Projections;

internal static class AgreementProjection
{
    private const string Set = """
        INSERT INTO agreements (id, kind, staker, counterparty, phase, stake, payment, metadata, created, deadline)
        VALUES (@id, @kind, @staker, @counterparty, @phase, @stake, @payment, @metadata, @created, @deadline)
        ON CONFLICT (id) DO UPDATE SET
            phase = excluded.phase, stake = excluded.stake, payment = excluded.payment, deadline = excluded.deadline
        """;

    public static Task ChangeAsync(ProjectionTables tables, AgreementChanged changed) => tables.ExecuteAsync(
        Set,
        new
        {
            id = changed.Id.ToString(),
            kind = changed.Kind,
            staker = changed.Staker.ToString(),
            counterparty = changed.Counterparty?.ToString(),
            phase = changed.Phase,
            stake = changed.Stake.ToString(),
            payment = changed.Payment.ToString(),
            metadata = changed.Metadata,
            created = StoredTime.Write(changed.Created),
            deadline = changed.Deadline is { } deadline ? StoredTime.Write(deadline) : null,
        });
}
