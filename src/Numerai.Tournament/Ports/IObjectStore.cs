namespace Numerai.Tournament.Ports;

/// <summary>
/// Stores whole objects (manifests, meta models, targets, score tables, settlement entries) under names such as
/// "rounds/8/123/manifest.json". An object never changes: writing the same content again is a no-op, other content under a taken name
/// throws <see cref="InvalidOperationException"/>.
/// </summary>
public interface IObjectStore
{
    Task<ObjectReference> PutAsync(string name, ReadOnlyMemory<byte> content);

    /// <summary>
    /// Reads it back and checks the hash; throws <see cref="InvalidDataException"/> when the content is not what was written.
    /// </summary>
    Task<byte[]> GetAsync(ObjectReference reference);

    /// <summary>The reference of a stored object by its name, or null.</summary>
    Task<ObjectReference?> FindAsync(string name);
}
