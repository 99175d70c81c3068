using Numerai.Cli.CommandLine;
using Numerai.Contracts;

namespace Numerai.Cli.Agreements;

internal static class FeedView
{
    public static DetailView<Feed> Detail { get; } = new DetailView<Feed>()
        .Field("feed", feed => feed.Id.ToString())
        .Field("name", feed => feed.Name)
        .Field("author", feed => feed.Author.ToString())
        .Field("posts", feed => $"{feed.Posts} ({feed.Revealed} revealed)")
        .Field("head", feed => feed.Head)
        .Field("metadata", feed => feed.Metadata);

    public static TableView<FeedPost> Table { get; } = new TableView<FeedPost>("No posts.")
        .Number("post", post => Format.Number(post.Index))
        .Text("time", post => Format.Time(post.Time))
        .Text("proof", post => post.Proof)
        .Text("revealed", post => post.Revealed ? "yes" : string.Empty);
}
