using System.IO.Compression;
using System.Text.Json;

namespace Numerai.Golden;

/// <summary>Finds the golden vectors: the folder named by NUMERAI_GOLDEN_DIR, else <c>shared/golden/open</c> beside the checkout.</summary>
internal static class GoldenFolder
{
    public const string Variable = "NUMERAI_GOLDEN_DIR";

    public static string? Path { get; } = Find();

    public static string Require()
    {
        if (Path is null)
        {
            Assert.Skip($"No golden vectors: set {Variable} to their folder, or put them at shared/golden/open beside the checkout.");
        }

        return Path;
    }

    /// <summary>All function files, without the manifest; the midsize file is among them.</summary>
    public static IEnumerable<string> Files() => Path is null
        ? []
        : Directory.EnumerateFiles(Path, "*.json*").Select(file => System.IO.Path.GetFileName(file)).Where(name => name != "manifest.json")
            .Order();

    public static JsonElement Load(string name)
    {
        using FileStream stream = File.OpenRead(System.IO.Path.Combine(Require(), name));
        using Stream plain = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        return JsonDocument.Parse(plain).RootElement.Clone();
    }

    private static string? Find()
    {
        string? named = Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrEmpty(named))
        {
            return Directory.Exists(named)
                ? System.IO.Path.GetFullPath(named)
                : throw new DirectoryNotFoundException($"{Variable} names '{named}', which is no folder.");
        }

        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = System.IO.Path.Combine(folder.FullName, "shared", "golden", "open");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
