using Numerai.Contracts;
using Numerai.Tournament.Standings.Rows;

namespace Numerai.Storage.ReadModels;

/// <summary>An entry of the registry of agreements in the types of the database.</summary>
internal sealed class StoredAgreement
{
    public string Id { get; init; } = string.Empty;

    public string Kind { get; init; } = string.Empty;

    public string Staker { get; init; } = string.Empty;

    public string? Counterparty { get; init; }

    public string Phase { get; init; } = string.Empty;

    public string Stake { get; init; } = "0";

    public string Payment { get; init; } = "0";

    public string Metadata { get; init; } = string.Empty;

    public string Created { get; init; } = string.Empty;

    public string? Deadline { get; init; }

    public AgreementRow ToRow() => new(
        new AgreementId(Guid.Parse(Id)),
        Kind,
        new AccountId(Guid.Parse(Staker)),
        Counterparty is null ? null : new AccountId(Guid.Parse(Counterparty)),
        Phase,
        Nmr.Parse(Stake),
        Nmr.Parse(Payment),
        Metadata,
        StoredTime.Read(Created),
        Deadline is null ? null : StoredTime.Read(Deadline));
}
