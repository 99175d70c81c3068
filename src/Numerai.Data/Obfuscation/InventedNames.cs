namespace Numerai.Data.Obfuscation;

/// <summary>Names without meaning: two invented words from a keyed stream, such as <c>feature_toralim_suneda</c>.</summary>
internal static class InventedNames
{
    private static readonly string[] Onsets =
        ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "dr", "tr", "st"];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u"];
    private static readonly string[] Codas = ["", "l", "m", "n", "r", "s"];

    /// <summary>One name a stream; a name already taken is followed by the stream's next.</summary>
    public static string Next(KeyedStream stream, HashSet<string> taken)
    {
        string name;
        do
        {
            name = $"feature_{Word(stream)}_{Word(stream)}";
        }
        while (!taken.Add(name));
        return name;
    }

    private static string Word(KeyedStream stream) =>
        string.Concat(Enumerable.Range(0, 2 + stream.Below(2)).Select(_ => Pick(Onsets, stream) + Pick(Vowels, stream)))
        + Pick(Codas, stream);

    private static string Pick(string[] parts, KeyedStream stream) => parts[stream.Below(parts.Length)];
}
