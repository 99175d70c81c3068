using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Agreements.Feeds;

/// <param name="Metadata">SHA-256 of the text that says what the feed is about.</param>
public sealed record CreateFeed(AccountId Author, string Name, string Metadata);

/// <param name="Proof">See <see cref="FeedProof"/>; the same proof as the latest again changes nothing.</param>
public sealed record PostToFeed(AccountId Caller, string Proof);

/// <param name="Content">Stored as <see cref="FeedNames.Content"/>: salt, line feed, data.</param>
public sealed record RevealPost(AccountId Caller, int Index, ObjectReference Content);

/// <param name="Posts">How many there are.</param>
/// <param name="Head">Hash that every post so far has gone into: SHA-256 of the head before, the proof and the time, joined by line
/// feeds.</param>
public sealed record FeedView(
    AgreementId Id, AccountId Author, string Name, string Metadata, DateTimeOffset Created, int Posts, int Revealed, string Head);

/// <param name="Index">0 first.</param>
public sealed record FeedPostView(int Index, string Proof, DateTimeOffset Time, string Head, bool Revealed);

public sealed record FeedPage(ImmutableArray<FeedPostView> Posts, int Total);
