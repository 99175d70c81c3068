using System.Collections.Immutable;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Tournament.Rounds.Scoring;

namespace Numerai.Simulations.Scenarios;

/// <summary>What differs between the tournaments that are simulated.</summary>
/// <param name="Score">The score that meta models and models are compared by, as it is published.</param>
/// <param name="Label">The same as people write it.</param>
/// <param name="HorizonDays">Trading days of return in the final target.</param>
/// <param name="WeeksToTarget">Weeks from an era to the week in which its final target is known.</param>
internal sealed record TournamentPlay(TournamentPreset Preset, string Score, string Label, int HorizonDays, int WeeksToTarget)
{
    private const int Tuesday = 1;
    private const int WeekDays = 5;

    /// <summary>After the last market has closed.</summary>
    private static readonly TimeSpan _marketsClosed = TimeSpan.FromHours(22);

    /// <summary>Tournaments of eras can be simulated, and those whose submissions are held as portfolios.</summary>
    public static ImmutableArray<TournamentPlay> All { get; } = [.. Tournaments.All.Select(Make).OfType<TournamentPlay>()];

    public static TournamentPlay OfPortfolios { get; } = All.First(play => play.HoldsPortfolios);

    /// <summary>Numbers and names of all, for sentences.</summary>
    public static string Listed { get; } = Tournaments.List(All.Select(play => play.Preset));

    public int Number => Preset.Id.Number;

    public bool HoldsPortfolios => Preset.HoldsPortfolios;

    /// <summary>Weekly eras that one independent observation is worth, since targets of neighbours overlap.</summary>
    public int OverlappingEras => WeeksToTarget - 1;

    /// <summary>A scenario is checked before it is played; until then one that cannot be simulated is read as the default.</summary>
    public static TournamentPlay Of(int tournament) => All.FirstOrDefault(play => play.Number == tournament) ?? All[0];

    private static TournamentPlay? Make(TournamentPreset preset) =>
        preset.HoldsPortfolios ? new(preset, ScoreNames.Alpha, "ALPHA", 60, 13)
        : preset.KeepsIds ? null
        : new(preset, ScoreNames.Corr, "CORR", 20, 5);

    /// <summary>Trading days of return that a scoring day's target covers: the horizon in equal parts.</summary>
    public int DaysOfReturn(int day, int days) => Math.Max(1, (int)Math.Round((double)HorizonDays * day / days));

    /// <summary>
    /// When a return is known. A round opens on a Tuesday on the data of the Friday before; after a lag of two trading days its securities
    /// are bought at that Tuesday's close.
    /// </summary>
    public static DateTimeOffset KnownAt(DateTimeOffset opens, int daysOfReturn)
    {
        var (weeks, weekday) = Math.DivRem(Tuesday + daysOfReturn, WeekDays);
        return new DateTimeOffset(opens.UtcDateTime.Date, TimeSpan.Zero).AddDays((7 * weeks) + weekday - Tuesday) + _marketsClosed;
    }
}
