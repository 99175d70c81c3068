using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Numerai.Contracts;
using Numerai.Tournament.Agreements.Feeds;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Tests.Actors;

namespace Numerai.Tournament.Tests.Agreements;

/// <summary>
/// Every state of a feed, times every command. A cell is the refusal's code; "=" for what is accepted and changes nothing; else how many
/// posts there are and how many are revealed.
/// </summary>
public sealed class FeedTransitionTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset _now = new(2026, 2, 3, 12, 0, 0, TimeSpan.Zero);
    private static readonly AgreementId _id = new(new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"));
    private static readonly AccountId _author = NamedUuid.Account("ada");
    private static readonly AccountId _stranger = NamedUuid.Account("bob");
    private static readonly string[] _states = ["none", "empty", "one-post", "revealed", "full-page", "second-page", "full"];

    /// <summary>Made once: a full feed has many posts.</summary>
    private static readonly ConcurrentDictionary<string, FeedState?> _rows = new(StringComparer.Ordinal);

    private static readonly TransitionTable _posting = new("""
        state       Create/same Create/other     Post/new       Post/latest    Post/no-hash    Post/stranger
        none        0:0         0:0              feed_not_found feed_not_found feed_not_found  feed_not_found
        empty       =           agreement_exists 1:0            1:0            invalid_request feed_not_owned
        one-post    =           agreement_exists 2:0            =              invalid_request feed_not_owned
        revealed    =           agreement_exists 2:1            =              invalid_request feed_not_owned
        full-page   =           agreement_exists 129:0          =              invalid_request feed_not_owned
        second-page =           agreement_exists 130:0          =              invalid_request feed_not_owned
        full        =           agreement_exists feed_full      =              invalid_request feed_not_owned
        """);

    private static readonly TransitionTable _revealing = new("""
        state       Reveal/latest  Reveal/other-data Reveal/stranger Reveal/next    Reveal/negative
        none        feed_not_found feed_not_found    feed_not_found  feed_not_found feed_not_found
        empty       post_not_found post_not_found    feed_not_owned  post_not_found post_not_found
        one-post    1:1            post_not_matched  feed_not_owned  post_not_found post_not_found
        revealed    =              post_not_matched  feed_not_owned  post_not_found post_not_found
        full-page   128:1          post_not_matched  feed_not_owned  post_not_found post_not_found
        second-page 129:1          post_not_matched  feed_not_owned  post_not_found post_not_found
        full        65536:1        post_not_matched  feed_not_owned  post_not_found post_not_found
        """);

    [Fact]
    public Task A_feed_is_made_once_and_its_author_alone_posts_to_it_until_it_is_full() => _posting.CheckAsync(TryAsync, output);

    [Fact]
    public Task A_post_is_revealed_by_its_author_with_what_was_hashed_and_once() => _revealing.CheckAsync(TryAsync, output);

    [Fact]
    public void Every_command_and_state_has_its_place_in_the_tables()
    {
        TransitionTable.AssertHasEveryCommand(
            typeof(IFeed), [nameof(IFeed.GetAsync), nameof(IFeed.PostsAsync)], _posting, _revealing);
        Assert.All([_posting, _revealing], table => Assert.Equal(_states, table.States));
    }

    private static async Task<string> TryAsync(string name, string command)
    {
        var objects = new MemoryObjects();
        var row = new MemoryRow<FeedState>(At(name));
        var (feed, before) = (new FeedActor($"{_id}", row, TestServices.At(_now, objects)), row.State);
        var latest = Math.Max(0, (before?.Posts ?? 0) - 1);
        var first = await AskAsync(feed, objects, command, latest);
        var (after, writes) = (row.State, row.Writes);
        var second = await AskAsync(feed, objects, command, latest);

        Assert.True(row.Writes == writes, $"{name} {command}: asked twice it was done twice.");
        Assert.Equal(first, second);
        Assert.True(first is null || ReferenceEquals(before, after), $"{name} {command}: refused and done.");
        return first ?? (ReferenceEquals(before, after) ? "=" : $"{after!.Posts}:{after.View().Revealed}");
    }

    /// <summary>The code of the refusal, or null.</summary>
    private static async Task<string?> AskAsync(FeedActor feed, MemoryObjects objects, string command, int latest)
    {
        switch (command)
        {
            case "Create/same":
                return (await feed.CreateAsync(new CreateFeed(_author, "prices", new string('0', 64)))).Refusal?.Code;
            case "Create/other":
                return (await feed.CreateAsync(new CreateFeed(_author, "prices", new string('1', 64)))).Refusal?.Code;
            case "Post/new":
                return (await feed.PostAsync(new PostToFeed(_author, Proof(latest + 1)))).Refusal?.Code;
            case "Post/latest":
                return (await feed.PostAsync(new PostToFeed(_author, Proof(latest)))).Refusal?.Code;
            case "Post/no-hash":
                return (await feed.PostAsync(new PostToFeed(_author, "abc"))).Refusal?.Code;
            case "Post/stranger":
                return (await feed.PostAsync(new PostToFeed(_stranger, Proof(latest + 1)))).Refusal?.Code;
            case "Reveal/latest":
                return await RevealAsync(_author, latest, latest);
            case "Reveal/other-data":
                return await RevealAsync(_author, latest, latest + 1);
            case "Reveal/stranger":
                return await RevealAsync(_stranger, latest, latest);
            case "Reveal/next":
                return await RevealAsync(_author, latest + 1, latest + 1);
            case "Reveal/negative":
                return await RevealAsync(_author, -1, latest);
            default:
                throw new ArgumentOutOfRangeException(nameof(command), command, "A column has no command.");
        }

        async Task<string?> RevealAsync(AccountId caller, int index, int data) => (await feed.RevealAsync(
            new RevealPost(caller, index, await objects.PutAsync($"content-{data}", Content(data))))).Refusal?.Code;
    }

    private static FeedState? At(string name) => _rows.GetOrAdd(name, Played);

    private static FeedState? Played(string name)
    {
        var posts = name switch
        {
            "one-post" or "revealed" => 1,
            "full-page" => FeedState.PageSize,
            "second-page" => FeedState.PageSize + 1,
            "full" => FeedState.MaximumPosts,
            _ => 0,
        };
        if (name == "none")
        {
            return null;
        }

        var state = FeedDecisions.Create(null, _id, new CreateFeed(_author, "prices", new string('0', 64)), _now).Next!;
        for (var post = 0; post < posts; post++)
        {
            var full = state.Current.Count == FeedState.PageSize ? new ObjectReference("page", new string('0', 64), 1) : null;
            state = FeedDecisions.Post(state, new PostToFeed(_author, Proof(post)), full, _now).Next!;
        }

        return name != "revealed" ? state
            : FeedDecisions.Reveal(state, 0, state.Current[0], new ObjectReference("content-0", new string('0', 64), 1)).Next!;
    }

    private static byte[] Content(int post) => FeedProof.Content(
        new string('a', FeedProof.SaltLength), Encoding.UTF8.GetBytes(post.ToString(CultureInfo.InvariantCulture)));

    private static string Proof(int post) => FeedProof.Of(_author, Content(post));
}
