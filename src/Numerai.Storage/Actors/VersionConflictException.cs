namespace Numerai.Storage.Actors;

/// <summary>Somebody else wrote the row since it was read.</summary>
public sealed class VersionConflictException(string kind, string key, long expected) : Exception(
    $"The row of {kind}/{key} is no longer at version {expected}: another activation of it has written. This one must be dropped and "
        + "read again.");
