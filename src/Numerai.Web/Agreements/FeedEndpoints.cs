using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Agreements.Feeds;
using Numerai.Tournament.Ports;
using Numerai.Web.Authentication;
using Numerai.Web.Http;

namespace Numerai.Web.Agreements;

/// <summary>Feeds: append-only lists of proofs.</summary>
internal static class FeedEndpoints
{
    public static void MapFeeds(this IEndpointRouteBuilder api)
    {
        api.MapPost("/feeds", CreateAsync).RequireScope(Scopes.Stake).WithSummary("Open a feed; the same name again gives the same one.");
        api.MapGet("/feeds/{id:guid}", GetAsync).WithSummary("One feed.");
        api.MapGet("/feeds/{id:guid}/posts", ListAsync).WithSummary("Posts, oldest first, at most 128 a page.");
        api.MapPost("/feeds/{id:guid}/posts", PostAsync).RequireScope(Scopes.Stake).WithSummary("Append a proof.");
        api.MapPost("/feeds/{id:guid}/posts/{index:int}/reveal", RevealAsync).RequireScope(Scopes.Stake)
            .WithSummary("Publish salt and data of a post; they are checked against its proof.");
        api.MapGet("/feeds/{id:guid}/posts/{index:int}/content", ContentAsync)
            .WithSummary("What was revealed: the salt, a line feed, the data.");
    }

    internal static async Task<Answer<Feed>> CreateAsync(JsonBody<CreateFeedRequest> body, Caller caller, IActors actors)
    {
        if (Names.Check(body.Content.Name, "name of the feed") is { } refusal)
        {
            return refusal;
        }

        var id = NamedUuid.Feed(caller.Account, body.Content.Name);
        return Answer<Feed>.Of(
            await actors.Feed(id).CreateAsync(new CreateFeed(caller.Account, body.Content.Name, body.Content.Metadata)), feed => feed);
    }

    internal static async Task<Answer<Feed>> GetAsync(Guid id, IActors actors) =>
        Answer<Feed>.Of(await actors.Feed(new AgreementId(id)).GetAsync(), feed => feed);

    internal static async Task<Answer<Page<Contracts.FeedPost>>> ListAsync(Guid id, Paging paging, IActors actors) =>
        Answer<Page<Contracts.FeedPost>>.Of(
            await actors.Feed(new AgreementId(id)).PostsAsync(paging.Offset, paging.Limit),
            page => new Page<Contracts.FeedPost>(page.Posts, paging.Limit, paging.Offset, paging.Offset + page.Posts.Length < page.Total));

    internal static async Task<Answer<Contracts.FeedPost>> PostAsync(
        Guid id, JsonBody<FeedPostRequest> body, Caller caller, IActors actors) =>
        Answer<Contracts.FeedPost>.Of(
            await actors.Feed(new AgreementId(id)).PostAsync(new PostToFeed(caller.Account, body.Content.Proof)), post => post);

    internal static async Task<Answer<Contracts.FeedPost>> RevealAsync(
        Guid id, int index, JsonBody<RevealRequest> body, Caller caller, FeedReveals reveals) =>
        Answer<Contracts.FeedPost>.Of(
            await reveals.RevealAsync(caller.Account, new AgreementId(id), index, body.Content.Salt, body.Content.Data), post => post);

    internal static async Task<Outcome<ObjectReference>> FindContentAsync(Guid id, int index, IObjectStore objects) =>
        await objects.FindAsync(FeedNames.Content(new AgreementId(id), index)) is { } reference
            ? reference
            : new Refusal(RefusalCodes.PostNotFound, $"Post {index} of feed {id} was not revealed (or there is no such post).");

    private static async Task<IResult> ContentAsync(Guid id, int index, IObjectStore objects)
    {
        var content = await FindContentAsync(id, index, objects);
        return content.Accepted
            ? TypedResults.Bytes(await objects.GetAsync(content.Value), "application/octet-stream")
            : throw new RefusedException(content.Refusal);
    }
}
