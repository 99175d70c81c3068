using System.Globalization;
using Numerai.Data.Eras;

namespace Numerai.Data.Releases.Appending;

/// <summary>Eras that were appended to a release in one go: a folder of its own beside the files of the first day, e.g.
/// <c>eras_0210_0213</c>.</summary>
/// <param name="Path">The folder.</param>
/// <param name="First">Number of the first era in it.</param>
/// <param name="Last">Number of the last era in it.</param>
public sealed record AppendedEras(string Path, int First, int Last)
{
    internal const string Prefix = "eras_";

    public string Name => NameOf(First, Last);

    /// <summary>What was appended to a public folder so far, oldest first.</summary>
    public static IReadOnlyList<AppendedEras> In(string publicFolder) => Directory.Exists(publicFolder)
        ? Directory.EnumerateDirectories(publicFolder, Prefix + "*").Select(Parse).OfType<AppendedEras>().OrderBy(eras => eras.First)
            .ToList()
        : [];

    internal static string NameOf(int first, int last) => $"{Prefix}{EraCalendar.Name(first)}_{EraCalendar.Name(last)}";

    private static AppendedEras? Parse(string path)
    {
        var parts = System.IO.Path.GetFileName(path).Split('_');
        return parts.Length == 3
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? new AppendedEras(path, first, last)
            : null;
    }
}
