namespace Numerai.Web.Agreements;

/// <param name="Metadata">SHA-256 of the text that says what the feed is about.</param>
internal sealed record CreateFeedRequest(string Name, string Metadata);

/// <param name="Proof">SHA-256 over author id, line feed, salt, line feed, data; the same as the latest again changes nothing.</param>
internal sealed record FeedPostRequest(string Proof);

/// <param name="Salt">64 lower-case hexadecimal digits.</param>
/// <param name="Data">Base64 of at most 1 MiB.</param>
internal sealed record RevealRequest(string Salt, byte[] Data);
