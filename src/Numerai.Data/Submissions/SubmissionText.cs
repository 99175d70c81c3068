namespace Numerai.Data.Submissions;

/// <summary>Pieces of a participant's file as they may appear in a message.</summary>
internal static class SubmissionText
{
    private const int Longest = 40;

    /// <summary>At most forty characters on one line.</summary>
    public static string Shorten(string text) => OneLine(text.Length > Longest ? text[..Longest] + "..." : text);

    /// <summary>Tabs and ends of lines named and other control characters replaced, so that a message stays one readable line.</summary>
    public static string OneLine(string text) => !text.Any(char.IsControl) ? text : string.Concat(text.Select(symbol => symbol switch
    {
        '\t' => "\\t",
        '\r' => "\\r",
        '\n' => "\\n",
        _ when char.IsControl(symbol) => "?",
        _ => symbol.ToString(),
    }));

    /// <summary>Text of digits followed by a point and zeros, without them; any other text as it is.</summary>
    public static string Whole(string text)
    {
        var point = text.IndexOf('.');
        return point > 0 && text.AsSpan(0, point).IndexOfAnyExceptInRange('0', '9') < 0 && text.AsSpan(point + 1).IndexOfAnyExcept('0') < 0
            ? text[..point]
            : text;
    }
}
