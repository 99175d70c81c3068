using System.Collections.Concurrent;
using System.Security.Cryptography;
using Numerai.Tournament.Ports;

namespace Numerai.Simulations.Stores;

/// <summary>
/// Published files of a simulation, in a temporary folder. They are not seen onto the disk, which takes longer than a round: a simulation
/// that resumes makes them again.
/// </summary>
public sealed class SimulationDatasets : IDatasetStore, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("numerai-simulation-").FullName;
    private readonly ConcurrentDictionary<string, DatasetFile> _files = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DatasetFile>> ListAsync() =>
        Task.FromResult<IReadOnlyList<DatasetFile>>([.. _files.Values.OrderBy(file => file.Name, StringComparer.Ordinal)]);

    /// <inheritdoc/>
    public Task<DatasetFile?> FindAsync(string name) => Task.FromResult(_files.GetValueOrDefault(name));

    /// <inheritdoc/>
    public Task<string?> LocalPathAsync(string name) => Task.FromResult(_files.ContainsKey(name) ? PathOf(name) : null);

    /// <inheritdoc/>
    public async Task<DatasetFile> PublishAsync(string name, Stream content, DateTimeOffset time, CancellationToken cancellation)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellation);
        var bytes = copy.GetBuffer().AsMemory(0, (int)copy.Length);
        var file = new DatasetFile(name, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes.Span)), time.ToUniversalTime());
        if (_files.TryGetValue(name, out var existing))
        {
            return existing.Sha256 == file.Sha256
                ? existing
                : throw new InvalidOperationException(
                    $"The dataset '{name}' is already published with other content; published files never change.");
        }

        await File.WriteAllBytesAsync(PathOf(name), bytes, cancellation);
        return _files[name] = file;
    }

    /// <summary>Drops a file of a round that is over.</summary>
    public void Forget(string name)
    {
        if (_files.TryRemove(name, out _))
        {
            File.Delete(PathOf(name));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Names have slashes; a file of a simulation lies flat.</summary>
    private string PathOf(string name) => Path.Combine(_folder, name.Replace('/', '-'));
}
