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

public sealed record FeedPage(ImmutableArray<Contracts.FeedPost> Posts, int Total);
