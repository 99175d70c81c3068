using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Numerai.Tournament.Actors;

/// <summary>
/// How far an actor's events go, such as "round/8/123@57". Who reads tables made of events waits for such a place, to see all that the
/// actor had decided by then.
/// </summary>
/// <param name="Source">The actor's name in events.</param>
/// <param name="Sequence">Its last event; 0 when it has said nothing yet.</param>
public readonly record struct EventPosition(string Source, long Sequence)
{
    /// <summary>Far above the longest name of an actor.</summary>
    public const int LongestSource = 96;

    private const char Separator = '@';

    private static readonly SearchValues<char> _inNames =
        SearchValues.Create("/-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    public static bool TryParse([NotNullWhen(true)] string? text, out EventPosition position)
    {
        position = default;
        var place = text?.LastIndexOf(Separator) ?? -1;
        if (place is <= 0 or > LongestSource
            || !text.AsSpan(0, place).Contains('/')
            || text.AsSpan(0, place).ContainsAnyExcept(_inNames)
            || !long.TryParse(text.AsSpan(place + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
        {
            return false;
        }

        position = new EventPosition(text![..place], sequence);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Source}{Separator}{Sequence}");
}
