namespace Numerai.Cli.Demo;

/// <summary>The folder of a demonstration. Only one that an earlier demonstration made is ever emptied.</summary>
internal static class DemoFolder
{
    private const string Marker = ".numerai-demo";

    /// <exception cref="IOException">The folder holds something else.</exception>
    public static void Prepare(string folder)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            if (!File.Exists(Path.Combine(folder, Marker)))
            {
                throw new IOException($"{folder} is not empty and was not made by a demonstration; choose another one with --folder.");
            }

            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, Marker), string.Empty);
    }
}
