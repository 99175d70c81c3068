namespace Numerai.Data.Submissions;

/// <summary>Pieces of a participant's file as they may appear in a message.</summary>
internal static class SubmissionText
{
    private const int Longest = 40;

    /// <summary>At most forty characters, control characters replaced, so that a message stays one readable line.</summary>
    public static string Shorten(string text)
    {
        string cut = text.Length > Longest ? text[..Longest] + "..." : text;
        return new string([.. cut.Select(symbol => char.IsControl(symbol) ? '?' : symbol)]);
    }
}
