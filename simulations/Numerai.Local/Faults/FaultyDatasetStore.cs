using Numerai.Tournament.Ports;

namespace Numerai.Local.Faults;

/// <summary>A store of data files whose publishing fails by plan. What is published twice was read twice, so the content is kept.</summary>
internal sealed class FaultyDatasetStore(IDatasetStore datasets, FaultPlan plan) : IDatasetStore
{
    public Task<IReadOnlyList<DatasetFile>> ListAsync() => datasets.ListAsync();

    public Task<DatasetFile?> FindAsync(string name) => datasets.FindAsync(name);

    public Task<string?> LocalPathAsync(string name) => datasets.LocalPathAsync(name);

    public async Task<DatasetFile> PublishAsync(string name, Stream content, DateTimeOffset time, CancellationToken cancellation)
    {
        using var whole = new MemoryStream();
        await content.CopyToAsync(whole, cancellation);
        return await plan.ApplyAsync(
            FaultPoint.StoreObject,
            name,
            () => datasets.PublishAsync(name, new MemoryStream(whole.ToArray(), writable: false), time, cancellation));
    }
}
