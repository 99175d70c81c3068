using System.Text.RegularExpressions;

namespace Numerai.Web.Faults;

/// <summary>What a fault says, without what it must not tell: keys and passwords that a message may have picked up on its way.</summary>
internal static partial class FaultText
{
    private const string Hidden = "***";

    public static string WithoutSecrets(string text) =>
        Long().Replace(InAddress().Replace(Named().Replace(text, $"$1{Hidden}"), $"$1{Hidden}@"), Hidden);

    /// <summary>The first line, which is what fits into a sentence.</summary>
    public static string FirstLine(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        return WithoutSecrets(end < 0 ? text : text[..end]);
    }

    /// <summary>What connection strings, headers and settings call a secret.</summary>
    [
        GeneratedRegex(
            """((?:password|pwd|passphrase|secret(?:[_ ]?key)?|token|authorization)["']?\s*[=:]\s*["']?(?:basic\s+|token\s+)?)[^\s;"',]+""",
        RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    /// <summary>User info of an address.</summary>
    [GeneratedRegex("(://)[^/@\\s]+@")]
    private static partial Regex InAddress();

    /// <summary>
    /// As long as our secrets are, 256 bits, and with a digit in it, unlike a long name in a stack trace. Hashes look the same and go too.
    /// </summary>
    [GeneratedRegex("(?<![A-Za-z0-9_-])(?=[A-Za-z_-]*[0-9])[A-Za-z0-9_-]{43,}")]
    private static partial Regex Long();
}
