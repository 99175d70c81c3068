namespace Numerai.Client.Agreements;

/// <param name="Index">0 first.</param>
/// <param name="Proof">See <see cref="FeedProofs"/>.</param>
/// <param name="Head">Hash that this post and every one before it has gone into.</param>
public sealed record FeedPost(int Index, string Proof, DateTimeOffset Time, string Head, bool Revealed);
