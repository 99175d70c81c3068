using System.Text;

namespace Numerai.Data.Keys;

/// <summary>Files that hold a secret: readable by their owner only, and never overwritten.</summary>
internal static class KeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <exception cref="DataFormatException"><c>key_file_invalid</c> when there is none, <c>key_file_exposed</c> when others than its owner
    /// may read it.</exception>
    public static string Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new DataFormatException(DataErrorCodes.KeyFileInvalid, $"There is no key file '{path}'.");
        }

        return OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & ~OwnerOnly) == 0
            ? File.ReadAllText(path)
            : throw new DataFormatException(DataErrorCodes.KeyFileExposed,
                $"Key file '{path}' can be used by others than its owner; run chmod 600 on it and consider the key leaked.");
    }

    /// <exception cref="DataFormatException"><c>key_file_exists</c>, with why that matters.</exception>
    public static void Create(string path, string content, string whyNot)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        try
        {
            using var file = new FileStream(path, options);
            file.Write(Encoding.ASCII.GetBytes(content));
        }
        catch (IOException error) when (File.Exists(path))
        {
            throw new DataFormatException(DataErrorCodes.KeyFileExists,
                $"'{path}' exists already; a key is never overwritten, because {whyNot}.", error);
        }
    }
}
