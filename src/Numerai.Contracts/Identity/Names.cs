namespace Numerai.Contracts;

/// <summary>
/// The rule for account and model names: 3 to 40 of a-z, 0-9, '_' and '-', starting with a letter or digit; case does not tell names apart.
/// </summary>
public static class Names
{
    public const int MinimumLength = 3;
    public const int MaximumLength = 40;

    public static string Normalise(string name) => name.ToLowerInvariant();

    /// <summary>
    /// Null when the name is fine, else the refusal to answer with. <paramref name="what"/> is the subject of the sentence, e.g.
    /// "username".
    /// </summary>
    public static Refusal? Check(string? name, string what)
    {
        if (string.IsNullOrEmpty(name) || name.Length < MinimumLength || name.Length > MaximumLength)
        {
            return new Refusal(
                RefusalCodes.InvalidName,
                $"The {what} '{name}' has {name?.Length ?? 0} characters; use {MinimumLength} to {MaximumLength}.");
        }

        foreach (var character in name)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('_' or '-'))
            {
                return new Refusal(
                    RefusalCodes.InvalidName, $"The {what} '{name}' contains '{character}'; use letters a-z, digits, '_' and '-'.");
            }
        }

        return char.IsAsciiLetterOrDigit(name[0])
            ? null
            : new Refusal(RefusalCodes.InvalidName, $"The {what} '{name}' starts with '{name[0]}'; start with a letter or a digit.");
    }
}
