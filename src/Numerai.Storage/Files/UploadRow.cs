using Numerai.Contracts;
using Numerai.Tournament.Rounds.Submissions;

namespace Numerai.Storage.Files;

/// <summary>An upload ticket in the types of the database.</summary>
internal sealed class UploadRow
{
    public string Filename { get; init; } = string.Empty;

    public string OriginalName { get; init; } = string.Empty;

    public string Purpose { get; init; } = string.Empty;

    public string Account { get; init; } = string.Empty;

    public string? Model { get; init; }

    public long MaximumBytes { get; init; }

    public string Expires { get; init; } = string.Empty;

    public long? Length { get; init; }

    public string? Sha256 { get; init; }

    public bool Used { get; init; }

    public static UploadRow Of(UploadTicket ticket) => new()
    {
        Filename = ticket.Filename,
        OriginalName = ticket.OriginalName,
        Purpose = ticket.Purpose,
        Account = ticket.Account.ToString(),
        Model = ticket.Model?.ToString(),
        MaximumBytes = ticket.MaximumBytes,
        Expires = StoredTime.Write(ticket.Expires),
        Length = ticket.Length,
        Sha256 = ticket.Sha256,
        Used = ticket.Used,
    };

    public UploadTicket ToTicket() => new(
        Filename,
        OriginalName,
        Purpose,
        new AccountId(Guid.Parse(Account)),
        Model is null ? null : new ModelId(Guid.Parse(Model)),
        MaximumBytes,
        StoredTime.Read(Expires),
        Length,
        Sha256,
        Used);
}
