namespace Numerai.Storage.Files;

/// <summary>
/// The rule for names of stored files: up to 8 parts joined by '/', each 1 to 100 of a-z, A-Z, 0-9, '_', '-' and '.', none starting with
/// '.'. Such a name cannot lead out of its folder and cannot meet the store's own hidden files.
/// </summary>
public static class StoredNames
{
    public const int MaximumParts = 8;
    public const int MaximumPartLength = 100;

    /// <summary>Null when the name is fine, else a sentence that says what is wrong with it.</summary>
    public static string? Check(string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            return "The name is empty; use one such as v5.2/train.parquet.";
        }

        var parts = name.Split('/');
        if (parts.Length > MaximumParts)
        {
            return $"The name '{name}' has {parts.Length} parts; use at most {MaximumParts}.";
        }

        foreach (var part in parts)
        {
            if (part.Length is 0 or > MaximumPartLength)
            {
                return $"The name '{name}' has a part of {part.Length} characters; use 1 to {MaximumPartLength} between slashes.";
            }

            if (part[0] == '.')
            {
                return $"The part '{part}' of the name '{name}' starts with a dot; start with a letter or a digit.";
            }

            var bad = part.FirstOrDefault(character => !char.IsAsciiLetterOrDigit(character) && character is not ('_' or '-' or '.'));
            if (bad is not '\0')
            {
                return $"The name '{name}' contains '{bad}'; use letters, digits, '_', '-', '.' and '/' between parts.";
            }
        }

        return null;
    }

    /// <summary>The path of a name under a folder.</summary>
    /// <exception cref="ArgumentException">The name breaks the rule.</exception>
    internal static string PathOf(string folder, string name) =>
        Check(name) is { } sentence
            ? throw new ArgumentException(sentence, nameof(name))
            : Path.Combine(folder, Path.Combine(name.Split('/')));
}
