using System.Runtime.InteropServices;

namespace Numerai.Storage.Files;

/// <summary>
/// Makes a renamed file's new name survive loss of power. .NET opens no folders, so this asks the C library; where there is none
/// (Windows), the file system journals names by itself.
/// </summary>
internal static class DirectorySync
{
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var handle = Open(folder, 0);
        if (handle < 0)
        {
            throw new IOException($"The folder of a stored file cannot be opened to flush it (error {Marshal.GetLastPInvokeError()}).");
        }

        // Some network file systems refuse to flush folders; the file's content is safe by then and its name is theirs to keep.
        _ = Flush(handle);
        _ = Close(handle);
    }

    [DllImport(
        "libc", EntryPoint = "open", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(string path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Flush(int handle);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
