using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Agreements.Feeds;

/// <summary>All that is stored of one feed. Full pages of posts are stored objects; the row holds the page being filled.</summary>
/// <param name="Pages">Full pages, oldest first.</param>
/// <param name="Current">The latest posts.</param>
/// <param name="Revealed">One bit a post, the lowest bit of the first byte first.</param>
public sealed record FeedState(
    AgreementId Id,
    AccountId Author,
    string Name,
    string Metadata,
    DateTimeOffset Created,
    ImmutableArray<ObjectReference> Pages,
    ImmutableList<FeedPost> Current,
    byte[] Revealed)
{
    public const int PageSize = 128;
    public const int MaximumPosts = 65_536;

    public static string FirstHead { get; } = new('0', 64);

    public int Posts => (Pages.Length * PageSize) + Current.Count;

    public bool IsRevealed(int index) => index / 8 < Revealed.Length && (Revealed[index / 8] & (1 << (index % 8))) != 0;

    public Feed View() => new(
        Id,
        Author,
        Name,
        Metadata,
        Created,
        Posts,
        Revealed.Sum(bits => int.PopCount(bits)),
        Current.IsEmpty ? FirstHead : Current[^1].Head);
}

public sealed record FeedPost(string Proof, DateTimeOffset Time, string Head);
