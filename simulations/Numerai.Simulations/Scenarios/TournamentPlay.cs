using Numerai.Tournament.Scoring;

namespace Numerai.Simulations.Scenarios;

/// <summary>What differs between the tournaments that are simulated.</summary>
/// <param name="Number">8 (Classic) or 11 (Signals).</param>
/// <param name="Score">The score that meta models and models are compared by, as it is published.</param>
/// <param name="Label">The same as people write it.</param>
/// <param name="HorizonDays">Trading days of return in the final target.</param>
/// <param name="WeeksToTarget">Weeks from an era to the week in which its final target is known.</param>
internal sealed record TournamentPlay(int Number, string Score, string Label, int HorizonDays, int WeeksToTarget)
{
    private const int Tuesday = 1;
    private const int WeekDays = 5;

    /// <summary>After the last market has closed.</summary>
    private static readonly TimeSpan _marketsClosed = TimeSpan.FromHours(22);

    public static TournamentPlay Classic { get; } = new(8, ScoreNames.Corr, "CORR", 20, 5);

    public static TournamentPlay Signals { get; } = new(11, ScoreNames.Alpha, "ALPHA", 60, 13);

    public bool IsSignals => this == Signals;

    /// <summary>Weekly eras that one independent observation is worth, since targets of neighbours overlap.</summary>
    public int OverlappingEras => WeeksToTarget - 1;

    public static TournamentPlay Of(int tournament) => tournament == Signals.Number ? Signals : Classic;

    /// <summary>Trading days of return that a scoring day's target covers: the horizon in equal parts.</summary>
    public int DaysOfReturn(int day, int days) => Math.Max(1, (int)Math.Round((double)HorizonDays * day / days));

    /// <summary>
    /// When a return is known. A round opens on a Tuesday on the data of the Friday before; after a lag of two trading days its securities are
    /// bought at that Tuesday's close.
    /// </summary>
    public static DateTimeOffset KnownAt(DateTimeOffset opens, int daysOfReturn)
    {
        var (weeks, weekday) = Math.DivRem(Tuesday + daysOfReturn, WeekDays);
        return new DateTimeOffset(opens.UtcDateTime.Date, TimeSpan.Zero).AddDays((7 * weeks) + weekday - Tuesday) + _marketsClosed;
    }
}
