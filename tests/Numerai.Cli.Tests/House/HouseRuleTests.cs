using System.Text.RegularExpressions;
using Numerai.Cli.Tests.Readme;

namespace Numerai.Cli.Tests.House;

/// <summary>Rules of the house that no compiler checks.</summary>
public sealed partial class HouseRuleTests
{
    private const int LongestFile = 300;
    private const int LongestLine = 140;

    [Fact]
    public void Every_source_file_is_a_small_room() => Assert.DoesNotContain(
        HouseFiles.Of(".cs").Select(path => (path, lines: HouseFiles.Lines(path).Length)), file => file.lines > LongestFile);

    [Fact]
    public void Every_line_of_code_fits_a_screen() => Assert.Empty(
        HouseFiles.Of(".cs").SelectMany(path => HouseFiles.Lines(path)
            .Select((line, place) => (line.Length, Where: $"{path}:{place + 1}"))
            .Where(line => line.Length > LongestLine)));

    [Fact]
    public void Nothing_is_left_for_later_in_the_code() => Assert.Empty(
        HouseFiles.Of(".cs").Where(path => path.StartsWith("src/", StringComparison.Ordinal))
            .SelectMany(path => HouseFiles.Lines(path).Where(line => LeftOver().IsMatch(line)).Select(line => $"{path}: {line.Trim()}")));

    [Fact]
    public void Every_link_between_documents_leads_somewhere() => Assert.Empty(
        HouseFiles.Of(".md").SelectMany(path => Links(path).Where(link => !Exists(path, link)).Select(link => $"{path} -> {link}")));

    [Fact]
    public void Every_path_that_a_document_names_is_there() => Assert.Empty(
        HouseFiles.Of(".md").Where(path => path != "CHANGELOG.md").SelectMany(path => HouseFiles.Lines(path)
            .SelectMany(line => NamedPath().Matches(line).Select(named => named.Groups[1].Value))
            .Where(named => !named.Contains("vX.Y.Z", StringComparison.Ordinal) && !Path.Exists(Path.Combine(ReadmeCommands.Root, named)))
            .Select(named => $"{path}: {named}")));

    [Fact]
    public void Every_document_is_reached_from_the_README()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(["README.md"]);
        while (open.TryPop(out var path))
        {
            if (reached.Add(path) && path.EndsWith(".md", StringComparison.Ordinal))
            {
                foreach (var link in Links(path).Where(link => Exists(path, link)))
                {
                    open.Push(Path.GetRelativePath(ReadmeCommands.Root, Target(path, link)).Replace('\\', '/'));
                }
            }
        }

        Assert.DoesNotContain(HouseFiles.Of(".md"), path => path.StartsWith("docs/", StringComparison.Ordinal)
            && !path.StartsWith("docs/decisions/0", StringComparison.Ordinal) && !reached.Contains(path));
    }

    private static IEnumerable<string> Links(string path) =>
        HouseFiles.Lines(path).SelectMany(line => Link().Matches(line)).Select(match => match.Groups[1].Value.Split('#')[0])
            .Where(link => link.Length > 0 && !link.Contains("://", StringComparison.Ordinal));

    private static bool Exists(string path, string link) => Path.Exists(Target(path, link));

    private static string Target(string path, string link) =>
        Path.GetFullPath(Path.Combine(ReadmeCommands.Root, Path.GetDirectoryName(path) ?? string.Empty, link));

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`((?:src|tests|simulations|benchmarks|deploy|docs)/[\w./-]*\w/?)`")]
    private static partial Regex NamedPath();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|NotImplementedException)\b")]
    private static partial Regex LeftOver();
}
