using System.Text.RegularExpressions;
using Numerai.Client;
using Numerai.Tournament.Rounds.Presets;

namespace Numerai.Cli.Tests.House;

/// <summary>Code asks what a tournament is like; which it is, only the presets say, and what is bound to a name from outside.</summary>
public sealed partial class TournamentNameTests
{
    /// <summary>Where a tournament may be named, and why elsewhere nothing has to be.</summary>
    private static readonly string[] _mayName =
    [
        "src/Numerai.Tournament/Rounds/Presets/TournamentPresets.cs", // the presets
        "src/Numerai.Tournament/Rounds/Presets/Tournaments.cs", // the list of them
        "src/Numerai.Contracts/Identity/TournamentId.cs", // their numbers
        "src/Numerai.Web/GraphQl/Participants/TournamentFields.cs", // fields that participants' clients call after a tournament
    ];

    [Fact]
    public void No_code_outside_presets_names_a_tournament() => Assert.Empty(
        Sources().Where(path => !_mayName.Contains(path, StringComparer.Ordinal))
            .SelectMany(path => HouseFiles.Lines(path).Where(Names).Select(line => $"{path}: {line.Trim()}")));

    [Fact]
    public void Every_place_that_may_name_a_tournament_is_there_and_does() =>
        Assert.All(_mayName, path => Assert.Contains(HouseFiles.Lines(path), Names));

    [Theory]
    [InlineData("if (tournament == TournamentId.Signals)")]
    [InlineData("var preset = TournamentPresets.Crypto;")]
    [InlineData("private const int Classic = 8;")]
    [InlineData("private const int Tournament = 8;")]
    [InlineData("int tournament = 11, string? name = null")]
    [InlineData("request.Tournament is not (null or 8 or 11 or 12)")]
    [InlineData("scenario.Tournament is (8 or 11)")]
    [InlineData("Tournaments.Read(tournament ?? 8)")]
    [InlineData("return new TournamentId(12);")]
    [InlineData("if (model.Tournament.Number == 8)")]
    [InlineData("=> tournament.Number switch")]
    [InlineData("public static TournamentId Mine => new(12);")]
    [InlineData("new() { [11] = \"signals/\", [12] = \"crypto/\" };")]
    [InlineData("8 => \"Classic\",")]
    [InlineData("name.StartsWith(\"signals/\", StringComparison.Ordinal)")]
    [InlineData("AcceptOnlyFromAmong(\"classic\", \"other\")")]
    [InlineData("$\"there are 8 (Classic) and others\"")]
    [InlineData("Description = \"v5.2 or crypto/v2.0\"")]
    public void A_name_is_found_however_it_is_spelled(string line) => Assert.True(Names(line));

    [Theory]
    [InlineData("/// <summary>In Classic ids change every round.</summary>")]
    [InlineData("using Numerai.Data.Signals;")]
    [InlineData("namespace Numerai.Data.Signals;")]
    [InlineData("if (summary.Signals is { } signals)")]
    [InlineData("tournament is null or 0 ? null : within.Value")]
    [InlineData("public int Tournament { get; init; } = Tournaments.Default.Id.Number;")]
    [InlineData("new ChartSeries(\"by signals\", rounds, values)")]
    public void What_only_sounds_like_one_is_not(string line) => Assert.False(Names(line));

    /// <summary>The SDK stands alone: its default values are constants of its own.</summary>
    [Fact]
    public void Defaults_of_the_SDK_are_those_of_the_registry() => Assert.Equal(
        (Tournaments.Default.Id.Number, Tournaments.DefaultOfDays.Id.Number), (DefaultTournament.Number, DefaultTournament.NumberOfDays));

    private static IEnumerable<string> Sources() => HouseFiles.Of(".cs").Concat(HouseFiles.Of(".razor")).Where(
        path => path.StartsWith("src/", StringComparison.Ordinal) || path.StartsWith("simulations/", StringComparison.Ordinal));

    private static bool Names(string line) =>
        !Aside().IsMatch(line) && (Member().IsMatch(line) || Number().IsMatch(line) || Text().IsMatch(line) || Word().IsMatch(line));

    /// <summary>Comments, and namespaces: signals are also what participants send.</summary>
    [GeneratedRegex(@"^\s*(//|using |@using |namespace )")]
    private static partial Regex Aside();

    /// <summary>A static member; those of a value begin with a small letter.</summary>
    [GeneratedRegex(@"\b[A-Z]\w*\.(Classic|Signals|Crypto)\b|\bconst \w+ (Classic|Signals|Crypto)\b")]
    private static partial Regex Member();

    /// <summary>Its number: compared, given, chosen by, or made into an id.</summary>
    [GeneratedRegex(
        @"(?i)\btournament\w*(\.number)?\s*(=|==|!=|is|is not|\?\?|=>)\s*\(?(null or )?[1-9]|\btournament\.number\s+switch"
        + @"|\bTournamentId\(\d|\bTournamentId \w+ =>? new\(\d|\[(8|11|12)\] = """)]
    private static partial Regex Number();

    /// <summary>The name in a sentence.</summary>
    [GeneratedRegex(@"""[^""]*\b(Classic|Signals|Crypto)\b[^""]*""")]
    private static partial Regex Text();

    /// <summary>The name as commands and folders have it.</summary>
    [GeneratedRegex(@"""(classic|signals|crypto)(/[^""]*)?""|\b(signals|crypto)/v\d|\$""v\d+\.\d+/")]
    private static partial Regex Word();
}
