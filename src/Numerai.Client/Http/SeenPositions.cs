using System.Globalization;

namespace Numerai.Client.Http;

/// <summary>
/// What the server answered of late about how far its actors are, to be sent with what is read next: the newest of each actor, and of more
/// actors than are kept those used last.
/// </summary>
internal sealed class SeenPositions
{
    public const string Header = "Numerai-Position";

    private const int Most = 8;
    private const int LongestSource = 96;

    private readonly Lock _lock = new();
    private readonly List<(string Source, long Sequence)> _seen = [];

    /// <summary>Takes in what an answer says; what is not understood is left out.</summary>
    public void Note(IEnumerable<string> values)
    {
        lock (_lock)
        {
            foreach (var text in values.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries).Take(Most)))
            {
                // The server refuses what is no position, so nothing else may come to be sent with every read.
                var place = text.LastIndexOf('@');
                if (place is > 0 and <= LongestSource
                    && text.AsSpan(0, place).Contains('/')
                    && long.TryParse(text.AsSpan(place + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
                {
                    Note(text[..place], sequence);
                }
            }
        }
    }

    /// <summary>What to send; null when nothing was seen.</summary>
    public string? Text()
    {
        lock (_lock)
        {
            return _seen.Count == 0 ? null : string.Join(',', _seen.Select(Text));
        }
    }

    private static string Text((string Source, long Sequence) seen) => FormattableString.Invariant($"{seen.Source}@{seen.Sequence}");

    private void Note(string source, long sequence)
    {
        var known = _seen.FindIndex(seen => seen.Source == source);
        if (known >= 0)
        {
            sequence = Math.Max(sequence, _seen[known].Sequence);
            _seen.RemoveAt(known);
        }
        else if (_seen.Count == Most)
        {
            _seen.RemoveAt(0);
        }

        _seen.Add((source, sequence));
    }
}
