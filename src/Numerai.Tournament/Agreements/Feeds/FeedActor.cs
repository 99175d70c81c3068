using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Agreements.Feeds;

/// <summary>The actor behind <see cref="IFeed"/>.</summary>
public class FeedActor(string key, IActorStorage<Persisted<FeedState>> storage, ActorServices services)
    : Actor<FeedState>(ActorKinds.Feed, key, storage, services), IFeed
{
    private AgreementId Id => new(Guid.ParseExact(Key, "D"));

    public Task<Outcome<Feed>> CreateAsync(CreateFeed command) =>
        DecideAsync<Feed>((state, now) => FeedDecisions.Create(state, Id, command, now));

    public Task<Outcome<Feed>> GetAsync() =>
        Task.FromResult<Outcome<Feed>>(State is { } state ? state.View() : FeedDecisions.NotFound(Key));

    public async Task<Outcome<Contracts.FeedPost>> PostAsync(PostToFeed command)
    {
        if (State is not { } state)
        {
            return FeedDecisions.NotFound(Key);
        }

        var full = state.Current.Count == FeedState.PageSize
            ? await Services.Objects.PutByContentAsync(FeedNames.Page(Id), ".json", StoredJson.Write(state.Current))
            : null;
        return await DecideAsync<Contracts.FeedPost>((current, now) => FeedDecisions.Post(current!, command, full, now));
    }

    public async Task<Outcome<FeedPage>> PostsAsync(int first, int limit)
    {
        if (State is not { } state)
        {
            return FeedDecisions.NotFound(Key);
        }

        var posts = ImmutableArray.CreateBuilder<Contracts.FeedPost>();
        var last = Math.Min(state.Posts, first + Math.Min(limit, FeedState.PageSize));
        ImmutableList<FeedPost>? page = null;
        for (var index = first; index < last; index++)
        {
            page = page is null || index % FeedState.PageSize == 0 ? await PageAsync(state, index / FeedState.PageSize) : page;
            posts.Add(FeedDecisions.View(state, index, page[index % FeedState.PageSize]));
        }

        return new FeedPage(posts.ToImmutable(), state.Posts);
    }

    public async Task<Outcome<Contracts.FeedPost>> RevealAsync(RevealPost command)
    {
        if (State is not { } state)
        {
            return FeedDecisions.NotFound(Key);
        }

        if (FeedDecisions.CheckAuthor(state, command.Caller) is { } refusal)
        {
            return refusal;
        }

        if (command.Index < 0 || command.Index >= state.Posts)
        {
            return new Refusal(
                RefusalCodes.PostNotFound, $"The feed has {state.Posts} posts, numbered from 0; there is no post {command.Index}.");
        }

        var post = (await PageAsync(state, command.Index / FeedState.PageSize))[command.Index % FeedState.PageSize];
        var content = await Services.Objects.GetAsync(command.Content);
        return FeedProof.Of(state.Author, content) == post.Proof
            ? await DecideAsync<Contracts.FeedPost>((current, _) => FeedDecisions.Reveal(current!, command.Index, post, command.Content))
            : NotMatched(command.Index, post.Proof);
    }

    internal static Refusal NotMatched(int index, string proof) => new(
        RefusalCodes.PostNotMatched, $"Salt and data do not have the proof {proof} of post {index}; reveal exactly what was hashed.");

    private async Task<ImmutableList<FeedPost>> PageAsync(FeedState state, int page) =>
        page < state.Pages.Length
            ? StoredJson.Read<ImmutableList<FeedPost>>(await Services.Objects.GetAsync(state.Pages[page]))
            : state.Current;
}
