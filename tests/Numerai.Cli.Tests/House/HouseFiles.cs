using Numerai.Cli.Tests.Readme;

namespace Numerai.Cli.Tests.House;

/// <summary>The files of the repository that its house rules speak of.</summary>
internal static class HouseFiles
{
    private static readonly string[] _generated = ["bin", "obj", "TestResults", ".git", "BenchmarkDotNet.Artifacts", "node_modules"];

    /// <summary>Paths relative to the root, with forward slashes.</summary>
    public static IReadOnlyList<string> Of(string extension) => [.. Walk(ReadmeCommands.Root, extension).Order(StringComparer.Ordinal)];

    public static string[] Lines(string path) => File.ReadAllLines(Path.Combine(ReadmeCommands.Root, path));

    private static IEnumerable<string> Walk(string folder, string extension)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*" + extension))
        {
            yield return Path.GetRelativePath(ReadmeCommands.Root, file).Replace('\\', '/');
        }

        foreach (var child in Directory.EnumerateDirectories(folder).Where(child => !_generated.Contains(Path.GetFileName(child))))
        {
            foreach (var file in Walk(child, extension))
            {
                yield return file;
            }
        }
    }
}
