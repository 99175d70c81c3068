using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Automation;

/// <summary>
/// Files of a feed that were downloaded to be looked at: they are published together once they are found good, and not at all otherwise, so
/// that a bad file can still be replaced.
/// </summary>
internal sealed class StagedFiles(AutomationTick tick) : IDatasetFiles, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("numerai-feed-");
    private readonly List<(string Name, string Path)> _files = [];

    /// <summary>Downloads a file that will be published as <paramref name="name"/>; false when the feed does not have it yet.</summary>
    public async Task<bool> StageAsync(string file, string name)
    {
        var path = Path.Combine(_folder.FullName, $"{_files.Count}{Path.GetExtension(name)}");
        if (!await tick.FetchAsync(file, path, FeedLimits.Published))
        {
            return false;
        }

        _files.Add((name, path));
        return true;
    }

    /// <inheritdoc/>
    public Task<string?> LocalPathAsync(string name) => Task.FromResult<string?>(_files.Find(file => file.Name == name).Path);

    public async Task PublishAsync(IDatasetStore datasets, DateTimeOffset time)
    {
        foreach (var (name, path) in _files)
        {
            await using var content = File.OpenRead(path);
            await datasets.PublishAsync(name, content, time, CancellationToken.None);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
