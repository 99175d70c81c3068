using System.CommandLine;
using Numerai.Tournament.Rounds.Presets;

namespace Numerai.Cli.CommandLine;

/// <summary>Options and arguments that several commands share; each command gets its own instance.</summary>
internal static class CommonOptions
{
    private static readonly string _listed = string.Join(", ", Tournaments.All.Select(preset => $"{preset.Id} {preset.Name}"));

    public static Option<int> Tournament() => new("--tournament", "-t")
    {
        Description = $"{_listed}.",
        DefaultValueFactory = _ => Tournaments.Default.Id.Number,
    };

    public static Option<int?> AnyTournament() => new("--tournament", "-t") { Description = $"Only this tournament: {_listed}." };

    public static Option<int?> Limit() => new("--limit") { Description = "How many to list at most." };

    public static Option<int?> Offset() => new("--offset") { Description = "How many to skip." };

    public static Option<string?> CommandId() => new("--command-id")
    {
        Description = "An id of your own: the same command with the same id changes nothing the second time.",
        HelpName = "ID",
    };

    public static Argument<string> Amount() => new("amount") { Description = "In NMR, such as 12.5." };

    public static Argument<string> Model() => new("model") { Description = "Its id, or its name within --tournament." };

    public static Argument<int> Round() => new("number") { Description = "Number of the round." };
}
