using System.Globalization;

namespace Numerai.Contracts;

/// <summary>The universe of one tournament on one day; the text form "11/2026-01-09" is also the key of its actor.</summary>
public readonly record struct UniverseId(TournamentId Tournament, DateOnly Date)
{
    private const string DateForm = "yyyy-MM-dd";

    public override string ToString() => $"{Tournament.Number}/{Day(Date)}";

    /// <summary>A day as it is written everywhere: 2026-01-09.</summary>
    public static string Day(DateOnly date) => date.ToString(DateForm, CultureInfo.InvariantCulture);

    public static UniverseId Parse(string text)
    {
        var parts = text.Split('/');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var tournament)
            && DateOnly.TryParseExact(parts[1], DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new UniverseId(new TournamentId(tournament), date)
            : throw new FormatException($"'{text}' is not a universe: expected TOURNAMENT/DATE, such as 11/2026-01-09.");
    }
}
