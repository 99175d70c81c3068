using System.Security.Cryptography;

namespace Numerai.Storage.Files;

/// <summary>
/// A file that is being written under a hidden name, hashed on the way, and that either appears whole under its own name or not at
/// all. Files that a crash left behind are swept when their store opens.
/// </summary>
internal sealed class HiddenFile : IDisposable
{
    private const string HiddenFolder = ".incoming";

    /// <summary>
    /// Looking whether a name is taken and taking it are two steps of the operating system. A store's folder belongs to one process, so it
    /// is enough that this one takes them together.
    /// </summary>
    private static readonly Lock _naming = new();

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly FileStream _stream;
    private bool _published;

    /// <param name="folder">The store's folder, on the same file system as the final path.</param>
    public HiddenFile(string folder)
    {
        var hidden = Directory.CreateDirectory(Path.Combine(folder, HiddenFolder));
        HiddenPath = Path.Combine(hidden.FullName, Guid.NewGuid().ToString("N"));
        _stream = new FileStream(HiddenPath, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }

    /// <summary>Where the bytes are until the file has its name; readable after a flush.</summary>
    public string HiddenPath { get; }

    public long Length { get; private set; }

    /// <summary>Removes what earlier processes left; only for a store that nobody else has open.</summary>
    public static void Sweep(string folder)
    {
        var hidden = Path.Combine(folder, HiddenFolder);
        if (Directory.Exists(hidden))
        {
            Directory.Delete(hidden, recursive: true);
        }
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        _stream.Write(bytes);
        _hash.AppendData(bytes);
        Length += bytes.Length;
    }

    /// <summary>The SHA-256 of all that was written, in lower-case hexadecimal.</summary>
    public string FinishHash() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    /// <summary>Sees the bytes onto the disk.</summary>
    public void Flush() => _stream.Flush(flushToDisk: true);

    /// <summary>Flushes the bytes to the disk and gives the file its name.</summary>
    /// <exception cref="IOException">The name is taken and <paramref name="replace"/> is not set.</exception>
    public void Publish(string path, bool replace)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        Flush();
        _stream.Dispose();
        lock (_naming)
        {
            if (!replace && File.Exists(path))
            {
                throw new IOException($"The name of {path} is taken.");
            }

            File.Move(HiddenPath, path, replace);
        }

        _published = true;
        DirectorySync.Flush(folder);
    }

    public void Dispose()
    {
        _hash.Dispose();
        _stream.Dispose();
        if (!_published)
        {
            File.Delete(HiddenPath);
        }
    }
}
