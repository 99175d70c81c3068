using Numerai.Contracts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Rounds;

/// <summary>
/// The operator's secret map from one round's live ids to the next one's: CSV text with the header "previous_id,id", one line for every
/// security that is in both.
/// </summary>
public static class IdMapFile
{
    public const string Header = "previous_id,id";

    /// <summary>Previous id to new id.</summary>
    public static Outcome<Dictionary<string, string>> Parse(string text)
    {
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        if (lines[0] != Header)
        {
            return Invalid($"The id map starts with '{lines[0]}'; its first line is '{Header}'.");
        }

        var map = new Dictionary<string, string>(lines.Length, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var line = 1; line < lines.Length; line++)
        {
            var cells = lines[line].Split(',');
            if (cells.Length != 2 || cells[0].Length == 0 || cells[1].Length == 0)
            {
                return Invalid($"Line {line + 1} of the id map is '{lines[line]}'; a line is previous_id,id.");
            }

            if (!map.TryAdd(cells[0], cells[1]) || !seen.Add(cells[1]))
            {
                return Invalid($"Line {line + 1} of the id map repeats an id: '{lines[line]}'.");
            }
        }

        return map;
    }

    private static Refusal Invalid(string message) => new(RefusalCodes.InvalidRequest, message);
}
