using Numerai.Tournament.Ports;

namespace Numerai.Storage.Files;

/// <summary>The faults of object stores, whatever they keep objects in.</summary>
internal static class ObjectRules
{
    public static InvalidOperationException Taken(string name) =>
        new($"The object '{name}' is already stored with other content; objects never change.");

    public static InvalidDataException Missing(ObjectReference reference) =>
        new(
            $"The object '{reference.Name}' ({reference.Length} bytes, SHA-256 {reference.Sha256}) is not in the store; restore it from "
                + "a backup.");

    public static InvalidDataException Changed(ObjectReference reference) =>
        new($"The object '{reference.Name}' no longer has the SHA-256 {reference.Sha256} it was written with; restore it from a backup.");
}
