namespace Numerai.Web.Http;

/// <summary>Text that every store can keep: PostgreSQL takes no NUL, and half a surrogate pair has no UTF-8.</summary>
internal static class PlainText
{
    /// <summary>What the text holds that no text may; null when it is fine.</summary>
    public static string? Fault(ReadOnlySpan<char> text)
    {
        for (var place = 0; place < text.Length; place++)
        {
            if (text[place] == '\0')
            {
                return "it holds the character NUL";
            }

            if (char.IsHighSurrogate(text[place]) && place + 1 < text.Length && char.IsLowSurrogate(text[place + 1]))
            {
                place++;
            }
            else if (char.IsSurrogate(text[place]))
            {
                return "it holds half of a surrogate pair";
            }
        }

        return null;
    }
}
