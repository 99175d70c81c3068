namespace Numerai.Web.Authentication;

/// <summary>Files that only their owner can read.</summary>
public static class PrivateFile
{
    /// <exception cref="IOException">The file exists.</exception>
    public static void Create(string path, string content)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(new FileStream(path, options));
        writer.WriteLine(content);
        writer.Flush();
        ((FileStream)writer.BaseStream).Flush(flushToDisk: true);
    }

    /// <summary>Makes the file, or puts a new one in its place; a crash leaves the old one or the new one whole.</summary>
    public static void Replace(string path, string content)
    {
        var pending = Begin(path, content);
        File.Move(pending, path, overwrite: true);
    }

    /// <summary>
    /// Replaces the file when what it stands for is done, and leaves the old one when that fails. The new one is on the disk before the
    /// work begins, so that a full or read-only disk is found out while nothing has happened yet.
    /// </summary>
    public static async Task ReplaceAfterAsync(string path, string content, Func<Task> work)
    {
        var pending = Begin(path, content);
        try
        {
            await work();
        }
        catch
        {
            File.Delete(pending);
            throw;
        }

        File.Move(pending, path, overwrite: true);
    }

    private static string Begin(string path, string content)
    {
        var pending = path + ".new";
        File.Delete(pending);
        Create(pending, content);
        return pending;
    }
}
