namespace Numerai.Contracts;

/// <summary>A proof in a feed.</summary>
/// <param name="Index">0 first.</param>
/// <param name="Proof">SHA-256 over author id, line feed, salt, line feed, data.</param>
/// <param name="Head">Hash that this post and every one before it has gone into.</param>
public sealed record FeedPost(int Index, string Proof, DateTimeOffset Time, string Head, bool Revealed);
