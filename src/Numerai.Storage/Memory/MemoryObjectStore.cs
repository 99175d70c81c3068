using System.Collections.Concurrent;
using Numerai.Storage.Files;
using Numerai.Tournament.Ports;

namespace Numerai.Storage.Memory;

/// <summary>Objects in memory.</summary>
public sealed class MemoryObjectStore : IObjectStore
{
    private readonly ConcurrentDictionary<string, (ObjectReference Reference, byte[] Content)> _objects = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<ObjectReference> PutAsync(string name, ReadOnlyMemory<byte> content)
    {
        if (StoredNames.Check(name) is { } sentence)
        {
            return Task.FromException<ObjectReference>(new ArgumentException(sentence, nameof(name)));
        }

        var reference = new ObjectReference(name, FileHash.Of(content.Span), content.Length);
        var stored = _objects.GetOrAdd(name, _ => (reference, content.ToArray()));
        return stored.Reference == reference ? Task.FromResult(reference) : Task.FromException<ObjectReference>(ObjectRules.Taken(name));
    }

    /// <inheritdoc/>
    public Task<byte[]> GetAsync(ObjectReference reference)
    {
        if (!_objects.TryGetValue(reference.Name, out var stored))
        {
            return Task.FromException<byte[]>(ObjectRules.Missing(reference));
        }

        return stored.Reference.Sha256 == reference.Sha256
            ? Task.FromResult(stored.Content.ToArray())
            : Task.FromException<byte[]>(ObjectRules.Changed(reference));
    }

    /// <inheritdoc/>
    public Task<ObjectReference?> FindAsync(string name) =>
        Task.FromResult(_objects.TryGetValue(name, out var stored) ? stored.Reference : null);

    /// <summary>Drops every object whose name starts so: a simulation keeps no files of rounds that are over.</summary>
    public void Forget(string prefix)
    {
        foreach (var name in _objects.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            _objects.TryRemove(name, out _);
        }
    }

    /// <summary>All objects in ordinal order of their names, for a checkpoint.</summary>
    public IReadOnlyList<KeyValuePair<string, byte[]>> Export() =>
        [
            .. _objects.OrderBy(stored => stored.Key, StringComparer.Ordinal)
                .Select(stored => KeyValuePair.Create(stored.Key, stored.Value.Content))];
}
