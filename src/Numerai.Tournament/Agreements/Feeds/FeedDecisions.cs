using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Agreements.Feeds;

/// <summary>What happens in a feed: posts are appended, and revealed later.</summary>
internal static class FeedDecisions
{
    public static Refusal NotFound(string key) => new(RefusalCodes.FeedNotFound, $"There is no feed {key}.");

    public static Decision<FeedState, Feed> Create(FeedState? state, AgreementId id, CreateFeed command, DateTimeOffset now)
    {
        if ((Names.Check(command.Name, "name of the feed") ?? AgreementTerms.CheckMetadata(command.Metadata)) is { } refusal)
        {
            return refusal;
        }

        if (state is not null)
        {
            return state.Author == command.Author && state.Metadata == command.Metadata
                ? Decision<FeedState, Feed>.Unchanged(state.View())
                : new Refusal(RefusalCodes.AgreementExists, $"The feed '{command.Name}' exists with other metadata; choose another name.");
        }

        var next = new FeedState(id, command.Author, Names.Normalise(command.Name), command.Metadata, now, [], [], []);
        return Decision<FeedState, Feed>.Changed(
            next.View(),
            next,
            new AgreementChanged(id, AgreementKinds.Feed, next.Author, null, "Open", Nmr.Zero, Nmr.Zero, next.Metadata, now, null));
    }

    /// <summary>Null when the caller may post or reveal here.</summary>
    public static Refusal? CheckAuthor(FeedState state, AccountId caller) =>
        caller == state.Author ? null : new Refusal(RefusalCodes.FeedNotOwned, $"Only the author of feed {state.Id} posts to it.");

    /// <param name="full">The current page as a stored object, when it is full.</param>
    public static Decision<FeedState, Contracts.FeedPost> Post(
        FeedState state, PostToFeed command, ObjectReference? full, DateTimeOffset now)
    {
        if ((CheckAuthor(state, command.Caller) ?? AgreementTerms.CheckMetadata(command.Proof)) is not null and var refusal)
        {
            return refusal.Code == RefusalCodes.FeedNotOwned
                ? refusal
                : new Refusal(
                    RefusalCodes.InvalidRequest,
                    $"The proof is '{command.Proof}'; it is a SHA-256 hash of 64 lower-case hexadecimal digits.");
        }

        if (!state.Current.IsEmpty && state.Current[^1].Proof == command.Proof)
        {
            return Decision<FeedState, Contracts.FeedPost>.Unchanged(View(state, state.Posts - 1, state.Current[^1]));
        }

        if (state.Posts >= FeedState.MaximumPosts)
        {
            return new Refusal(RefusalCodes.FeedFull, $"The feed has {state.Posts} posts, which is the limit; open another one.");
        }

        var before = state.Current.IsEmpty ? FeedState.FirstHead : state.Current[^1].Head;
        var post = new FeedPost(command.Proof, now, FeedProof.HeadOf(before, command.Proof, now));
        var next = full is null
            ? state with { Current = state.Current.Add(post) }
            : state with { Pages = state.Pages.Add(full), Current = [post] };
        return Decision<FeedState, Contracts.FeedPost>.Changed(
            View(next, next.Posts - 1, post), next, new FeedPosted(state.Id, next.Posts - 1, post.Proof));
    }

    public static Decision<FeedState, Contracts.FeedPost> Reveal(FeedState state, int index, FeedPost post, ObjectReference content)
    {
        if (state.IsRevealed(index))
        {
            return Decision<FeedState, Contracts.FeedPost>.Unchanged(View(state, index, post));
        }

        var bits = new byte[Math.Max(state.Revealed.Length, (index / 8) + 1)];
        state.Revealed.CopyTo(bits, 0);
        bits[index / 8] |= (byte)(1 << (index % 8));
        var next = state with { Revealed = bits };
        return Decision<FeedState, Contracts.FeedPost>.Changed(
            View(next, index, post), next, new FeedPostRevealed(state.Id, index, post.Proof, content));
    }

    public static Contracts.FeedPost View(FeedState state, int index, FeedPost post) =>
        new(index, post.Proof, post.Time, post.Head, state.IsRevealed(index));
}
