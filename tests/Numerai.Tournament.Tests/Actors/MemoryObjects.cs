using System.Security.Cryptography;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Tests.Actors;

/// <summary>Stored objects in memory.</summary>
internal sealed class MemoryObjects : IObjectStore
{
    private readonly Dictionary<string, byte[]> _contents = new(StringComparer.Ordinal);

    public Task<ObjectReference> PutAsync(string name, ReadOnlyMemory<byte> content)
    {
        _contents[name] = content.ToArray();
        return Task.FromResult(Reference(name));
    }

    public Task<byte[]> GetAsync(ObjectReference reference) => Task.FromResult(_contents[reference.Name]);

    public Task<ObjectReference?> FindAsync(string name) =>
        Task.FromResult(_contents.ContainsKey(name) ? Reference(name) : null);

    private ObjectReference Reference(string name) =>
        new(name, Convert.ToHexStringLower(SHA256.HashData(_contents[name])), _contents[name].Length);
}
