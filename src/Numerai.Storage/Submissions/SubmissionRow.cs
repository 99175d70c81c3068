using System.Text;
using Numerai.Contracts;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Submissions;

namespace Numerai.Storage.Submissions;

/// <summary>A submission's record in the types of the database.</summary>
internal sealed class SubmissionRow
{
    public string Id { get; init; } = string.Empty;

    public int Tournament { get; init; }

    public int? Round { get; init; }

    public string Model { get; init; } = string.Empty;

    public string Account { get; init; } = string.Empty;

    public string Filename { get; init; } = string.Empty;

    public string FileSha256 { get; init; } = string.Empty;

    public string UniverseSha256 { get; init; } = string.Empty;

    public string Status { get; init; } = string.Empty;

    public bool Delayed { get; init; }

    public int Rows { get; init; }

    public int Dropped { get; init; }

    public string Received { get; init; } = string.Empty;

    public string? Reason { get; init; }

    /// <summary>As JSON.</summary>
    public string? Movement { get; init; }

    public string? Notes { get; init; }

    public int? IdsRound { get; init; }

    public static SubmissionRow Of(SubmissionRecord record) => new()
    {
        Id = record.Id.ToString(),
        Tournament = record.Tournament.Number,
        Round = record.Round?.Number,
        Model = record.Model.ToString(),
        Account = record.Account.ToString(),
        Filename = record.Filename,
        FileSha256 = record.FileSha256,
        UniverseSha256 = record.UniverseSha256,
        Status = record.Status.ToString(),
        Delayed = record.Delayed,
        Rows = record.Rows,
        Dropped = record.Dropped,
        Received = StoredTime.Write(record.Received),
        Reason = record.Reason,
        Movement = record.Movement is null ? null : Encoding.UTF8.GetString(StoredJson.Write(record.Movement)),
        Notes = record.Notes,
        IdsRound = record.IdsRound?.Number,
    };

    public SubmissionRecord ToRecord()
    {
        var tournament = new TournamentId(Tournament);
        return new SubmissionRecord(
            new SubmissionId(Guid.Parse(Id)),
            tournament,
            Round is { } number ? new RoundId(tournament, number) : null,
            new ModelId(Guid.Parse(Model)),
            new AccountId(Guid.Parse(Account)),
            Filename,
            FileSha256,
            UniverseSha256,
            Enum.Parse<SubmissionStatus>(Status),
            Delayed,
            Rows,
            Dropped,
            StoredTime.Read(Received),
            Reason,
            Movement is null ? null : StoredJson.Read<Movement>(Encoding.UTF8.GetBytes(Movement)),
            Notes,
            IdsRound is { } ids ? new RoundId(tournament, ids) : null);
    }
}
