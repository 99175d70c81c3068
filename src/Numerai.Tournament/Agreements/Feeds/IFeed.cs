using Numerai.Contracts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Agreements.Feeds;

/// <summary>One author's append-only list of proofs. Key: agreement id, derived from the author and the feed's name.</summary>
public interface IFeed
{
    Task<Outcome<Feed>> CreateAsync(CreateFeed command);

    [Interleaves]
    Task<Outcome<Feed>> GetAsync();

    Task<Outcome<Contracts.FeedPost>> PostAsync(PostToFeed command);

    /// <summary>Posts from <paramref name="first"/> on, oldest first, at most a page.</summary>
    Task<Outcome<FeedPage>> PostsAsync(int first, int limit);

    /// <summary>Checks what is revealed against the proof and marks the post; a second time changes nothing.</summary>
    Task<Outcome<Contracts.FeedPost>> RevealAsync(RevealPost command);
}
