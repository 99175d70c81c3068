namespace Numerai.Contracts;

/// <param name="Proof">SHA-256 over author id, line feed, salt, line feed, data; the same as the latest again changes nothing.</param>
public sealed record FeedPostRequest(string Proof);
