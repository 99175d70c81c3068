using Numerai.Tournament.Ports;

namespace Numerai.Storage.Files;

/// <summary>
/// Objects as files. Files are read and written in the calling turn: operating systems do file work on blocked threads anyway, and a
/// deterministic host has no other thread to wait for.
/// </summary>
public sealed class FileObjectStore : IObjectStore
{
    private readonly string _folder;

    /// <param name="folder">Made when absent; no other process may use it.</param>
    public FileObjectStore(string folder)
    {
        _folder = Directory.CreateDirectory(folder).FullName;
        HiddenFile.Sweep(_folder);
    }

    /// <inheritdoc/>
    public Task<ObjectReference> PutAsync(string name, ReadOnlyMemory<byte> content) => Answer(() =>
    {
        var path = StoredNames.PathOf(_folder, name);
        var reference = new ObjectReference(name, FileHash.Of(content.Span), content.Length);
        if (!File.Exists(path))
        {
            using var file = new HiddenFile(_folder);
            file.Write(content.Span);
            try
            {
                file.Publish(path, replace: false);
                return reference;
            }
            catch (IOException) when (File.Exists(path))
            {
                // Somebody else wrote the same name meanwhile; what counts is whether it is the same content.
            }
        }

        return FileHash.OfFile(path) == reference.Sha256 ? reference : throw ObjectRules.Taken(name);
    });

    /// <inheritdoc/>
    public Task<byte[]> GetAsync(ObjectReference reference) => Answer(() =>
    {
        var path = StoredNames.PathOf(_folder, reference.Name);
        if (!File.Exists(path))
        {
            throw ObjectRules.Missing(reference);
        }

        var content = File.ReadAllBytes(path);
        return FileHash.Of(content) == reference.Sha256 ? content : throw ObjectRules.Changed(reference);
    });

    /// <inheritdoc/>
    public Task<ObjectReference?> FindAsync(string name) => Answer(() =>
    {
        var path = StoredNames.PathOf(_folder, name);
        return File.Exists(path) ? new ObjectReference(name, FileHash.OfFile(path), new FileInfo(path).Length) : null;
    });

    private static Task<T> Answer<T>(Func<T> work)
    {
        try
        {
            return Task.FromResult(work());
        }
#pragma warning disable CA1031 // A store that answers with tasks gives its faults in them too.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return Task.FromException<T>(fault);
        }
    }
}
