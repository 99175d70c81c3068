namespace Numerai.Contracts;

/// <param name="Metadata">SHA-256 of the text that says what the feed is about.</param>
public sealed record CreateFeedRequest(string Name, string Metadata);
