using System.Text.RegularExpressions;

namespace Numerai.Cli.Tests.House;

/// <summary>Code that only tests use is not the product's: it goes, or stands with the tests.</summary>
public sealed partial class UnusedCodeTests
{
    /// <summary>What nothing of ours calls, and who does.</summary>
    private static readonly Dictionary<string, string> _calledFromOutside = new(StringComparer.Ordinal)
    {
        ["ClearStateAsync"] = "Orleans, of grain storage",
        ["IsSupportedType"] = "Orleans, of copiers",
        ["GetSpecializedCopier"] = "Orleans, of copiers",
        ["TryFormat"] = "Orleans, of names of types",
        ["OnSubscribed"] = "Orleans, of those who follow streams",
        ["OnNextAsync"] = "Orleans, of those who follow streams",
        ["OnErrorAsync"] = "Orleans, of those who follow streams",
        ["ShardPlacementAttribute"] = "the grains that carry it, by its name without the last word",
        ["FewestPointsPlacementAttribute"] = "the grains that carry it, by its name without the last word",
        ["GetInfo"] = "GraphQL, of error forms",
        ["TryHandleAsync"] = "ASP.NET, of fault handlers",
        ["Unexpected"] = "people who read the list of exit codes",
        ["CopyDirection"] = "the test that a basis is orthonormal",
        ["Knows"] = "the test that every code of the documents has a status",
        ["Looks"] = "the test that readers share a look at the database",
        ["Injected"] = "the suites that plan faults",
        ["Seeded"] = "the suites that plan faults",
        ["Arm"] = "the suites that hold a write",
    };

    [Fact]
    public void Nothing_is_there_that_only_tests_use()
    {
        var sources = Sources().ToDictionary(path => path, Words, StringComparer.Ordinal);
        var total = sources.Values.SelectMany(words => words).GroupBy(word => word, StringComparer.Ordinal)
            .ToDictionary(word => word.Key, word => word.Count(), StringComparer.Ordinal);
        Assert.Empty(sources.Keys.Where(IsOurs).SelectMany(path => Unused(path, total).Select(name => $"{path}: {name}")));
    }

    [Fact]
    public void What_is_called_from_outside_is_still_there()
    {
        var declared = Sources().Where(IsOurs).SelectMany(Declared).ToHashSet(StringComparer.Ordinal);
        Assert.All(_calledFromOutside.Keys, name => Assert.Contains(name, declared));
    }

    [Theory]
    [InlineData("    public static double Score(double[] values) =>", "Score")]
    [InlineData("    internal Task<Outcome<RoundView>> GetAsync()", "GetAsync")]
    [InlineData("    public IReadOnlyList<(int Day, string Name)> Days { get; init; }", "Days")]
    [InlineData("    public const int Most = 3;", "Most")]
    [InlineData("public sealed record Emission(", "Emission")]
    [InlineData("internal static partial class RoundDecisions", "RoundDecisions")]
    [InlineData("    public override string ToString()", null)]
    [InlineData("    private static int Count;", null)]
    public void A_declaration_is_found_by_its_name(string line, string? name) => Assert.Equal(name, NameOf(line));

    private static IEnumerable<string> Sources() => HouseFiles.Of(".cs").Concat(HouseFiles.Of(".razor")).Where(path =>
        path.StartsWith("src/", StringComparison.Ordinal) || path.StartsWith("simulations/", StringComparison.Ordinal)
        || path.StartsWith("samples/", StringComparison.Ordinal) || path.StartsWith("benchmarks/", StringComparison.Ordinal));

    /// <summary>The client is for others' programs; fields of GraphQL nodes are read by name.</summary>
    private static bool IsOurs(string path) => path.EndsWith(".cs", StringComparison.Ordinal)
        && !path.StartsWith("benchmarks/", StringComparison.Ordinal)
        && !path.StartsWith("src/Numerai.Client/", StringComparison.Ordinal)
        && !path.StartsWith("src/Numerai.Web/GraphQl/Submissions/DiagnosticsReportNode", StringComparison.Ordinal);

    /// <summary>
    /// A name that stands nowhere but where it is declared. A type is used, too, when a member of its file is: extensions, grains.
    /// </summary>
    private static IEnumerable<string> Unused(string path, Dictionary<string, int> total)
    {
        var unused = Declared(path).Where(name => total[name] == 1).ToList();
        var types = HouseFiles.Lines(path).Select(line => TypeLine().Match(line)).Where(type => type.Success)
            .Select(type => type.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var hasUsedMembers = Declared(path).Any(name => !types.Contains(name) && total[name] > 1);
        return unused.Where(name => !_calledFromOutside.ContainsKey(name)
            && !(types.Contains(name) && (hasUsedMembers || name.EndsWith("Grain", StringComparison.Ordinal))));
    }

    private static IEnumerable<string> Declared(string path) => HouseFiles.Lines(path).Select(NameOf).OfType<string>();

    private static string? NameOf(string line) =>
        TypeLine().Match(line) is { Success: true } type ? type.Groups[1].Value
        : MemberLine().Match(line) is { Success: true } member ? member.Groups[1].Value
        : null;

    /// <summary>Every word of the code, without comments; a partial class counts once for each of its files.</summary>
    private static List<string> Words(string path) =>
    [
        .. HouseFiles.Lines(path).SelectMany(line => Word().Matches(Comment().Replace(line, string.Empty)).Select(word => word.Value)),
    ];

    [GeneratedRegex(
        @"^(?:public|internal) (?:(?:static|sealed|abstract|partial|readonly|ref) )*"
        + @"(?:class|record struct|record|struct|interface|enum) (\w+)")]
    private static partial Regex TypeLine();

    [GeneratedRegex(
        @"^    (?:public|internal) (?:(?:static|virtual|async|required|readonly|const|abstract|new|partial) )*"
        + @"(?!override|class|record|enum|struct|interface|sealed|implicit|explicit|delegate|event)"
        + @"[\w<>\[\],.?() ]+? (\w+)(?:<[^>(]*>)?\s*(?:\(|=>|\{|=|;|$)")]
    private static partial Regex MemberLine();

    [GeneratedRegex(@"//.*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\b[A-Za-z_]\w+\b")]
    private static partial Regex Word();
}
