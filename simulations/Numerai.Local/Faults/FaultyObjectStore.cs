using Numerai.Tournament.Ports;

namespace Numerai.Local.Faults;

/// <summary>An object store whose writes fail by plan.</summary>
internal sealed class FaultyObjectStore(IObjectStore objects, FaultPlan plan) : IObjectStore
{
    public Task<ObjectReference> PutAsync(string name, ReadOnlyMemory<byte> content) =>
        plan.ApplyAsync(FaultPoint.StoreObject, name, () => objects.PutAsync(name, content));

    public Task<byte[]> GetAsync(ObjectReference reference) => objects.GetAsync(reference);

    public Task<ObjectReference?> FindAsync(string name) => objects.FindAsync(name);
}
