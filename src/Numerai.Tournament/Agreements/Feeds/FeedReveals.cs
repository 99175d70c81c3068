using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Agreements.Feeds;

/// <summary>Stores what is revealed, once it is known to match, and tells the feed; contents do not travel in messages to actors.</summary>
public sealed class FeedReveals(IActors actors, IObjectStore objects)
{
    public async Task<Outcome<Contracts.FeedPost>> RevealAsync(
        AccountId caller, AgreementId feed, int index, string salt, ReadOnlyMemory<byte> data)
    {
        if (FeedProof.Check(salt, data.Length) is { } invalid)
        {
            return invalid;
        }

        var page = await actors.Feed(feed).PostsAsync(Math.Max(index, 0), 1);
        if (!page.Accepted)
        {
            return page.Refusal;
        }

        var content = FeedProof.Content(salt, data.Span);
        if (index >= 0 && page.Value.Posts is [var post] && FeedProof.Of(caller, content) != post.Proof)
        {
            var author = await actors.Feed(feed).GetAsync();
            return author.Require().Author == caller
                ? FeedActor.NotMatched(index, post.Proof)
                : new Refusal(RefusalCodes.FeedNotOwned, $"Only the author of feed {feed} reveals its posts.");
        }

        if (index < 0 || page.Value.Posts.IsEmpty)
        {
            return new Refusal(
                RefusalCodes.PostNotFound, $"The feed has {page.Value.Total} posts, numbered from 0; there is no post {index}.");
        }

        var stored = await objects.PutAsync(FeedNames.Content(feed, index), content);
        return await actors.Feed(feed).RevealAsync(new RevealPost(caller, index, stored));
    }
}
