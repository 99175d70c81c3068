using Numerai.Contracts;

namespace Numerai.Storage.ReadModels;

internal sealed class StoredAlert
{
    public string Code { get; init; } = string.Empty;

    public string Subject { get; init; } = string.Empty;

    public string Message { get; init; } = string.Empty;

    public string Raised { get; init; } = string.Empty;

    public string? Cleared { get; init; }

    public Alert ToRow() =>
        new(Code, Subject, Message, StoredTime.Read(Raised), Cleared is { } cleared ? StoredTime.Read(cleared) : null);
}
