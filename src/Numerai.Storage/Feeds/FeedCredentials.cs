using System.Text.Json;

namespace Numerai.Storage.Feeds;

/// <summary>
/// Headers that open feeds: a JSON object of addresses, each an object of headers, such as
/// <c>{"https://feeds.example.org/weekly": {"Authorization": "Bearer TOKEN"}}</c>. Only the file's owner may read it, nothing of it is
/// shown anywhere, and it is read anew for each file of a feed, so that a token can be changed while the server runs.
/// </summary>
public static class FeedCredentials
{
    private const int LongestFile = 1 << 20;
    private const UnixFileMode Others = ~(UnixFileMode.UserRead | UnixFileMode.UserWrite);

    /// <summary>What is wrong with the file, in a sentence without its content; null when it can be used.</summary>
    public static string? Check(string path) => TryRead(path, out var sentence) is null ? sentence : null;

    /// <summary>The headers for an address: those of the longest one that leads to it.</summary>
    /// <exception cref="InvalidDataException">The file cannot be used; the message says why.</exception>
    public static IReadOnlyDictionary<string, string> For(string path, Uri url)
    {
        var known = TryRead(path, out var sentence) ?? throw new InvalidDataException(sentence);
        var address = known.Keys.Where(key => url.AbsoluteUri.StartsWith(Folder(key), StringComparison.Ordinal)).MaxBy(key => key.Length);
        return address is null ? new Dictionary<string, string>() : known[address];
    }

    private static string Folder(string address) => new Uri(address).AbsoluteUri.TrimEnd('/') + "/";

    private static Dictionary<string, Dictionary<string, string>>? TryRead(string path, out string? sentence)
    {
        sentence = $"The file of feed credentials '{path}' ";
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists || file.Length > LongestFile)
            {
                sentence += "does not exist or has more than a megabyte.";
                return null;
            }

            if (!OperatingSystem.IsWindows() && (file.UnixFileMode & Others) != 0)
            {
                sentence += "can be read by others than its owner; chmod 600 it.";
                return null;
            }

            var known = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(File.ReadAllText(path));
            if (known is not null && known.All(entry => IsAddress(entry.Key) && entry.Value is { } headers && headers.All(IsHeader)))
            {
                return known;
            }
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            // The fault's own words may quote the file.
        }

        sentence += "cannot be read as JSON like {\"https://feeds.example.org/weekly\": {\"Authorization\": \"Bearer TOKEN\"}}.";
        return null;
    }

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { Scheme: "http" or "https", UserInfo: "", Query: "", Fragment: "" };

    private static bool IsHeader(KeyValuePair<string, string> header) =>
        header.Key.Length > 0 && header.Key.All(character => char.IsAsciiLetterOrDigit(character) || character == '-')
        && header.Value is { Length: > 0 } && header.Value.All(character => character is >= ' ' and <= '~');
}
