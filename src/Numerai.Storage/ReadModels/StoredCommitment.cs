using Numerai.Contracts;
using Numerai.Tournament.Ledger.Commitments;

namespace Numerai.Storage.ReadModels;

/// <summary>A commitment in the types of the database.</summary>
internal sealed class StoredCommitment
{
    public int Tournament { get; init; }

    public int Round { get; init; }

    public int Sequence { get; init; }

    public string Kind { get; init; } = string.Empty;

    public int? Day { get; init; }

    public string Document { get; init; } = string.Empty;

    public string Sha256 { get; init; } = string.Empty;

    public long Length { get; init; }

    public string Time { get; init; } = string.Empty;

    public string Previous { get; init; } = string.Empty;

    public string Hash { get; init; } = string.Empty;

    public Commitment ToCommitment() => new(
        new RoundId(new TournamentId(Tournament), Round), Sequence, Kind, Day, Document, Sha256, Length, StoredTime.Read(Time), Previous,
        Hash);
}
