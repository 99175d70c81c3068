using Numerai.Contracts;

namespace Numerai.Tournament.Agreements.Feeds;

/// <summary>Names of a feed's stored objects.</summary>
public static class FeedNames
{
    /// <summary>A revealed post. Its content is the preimage of the proof, so there is only one.</summary>
    public static string Content(AgreementId feed, int index) => $"feeds/{feed}/posts/{index}";

    public static string Page(AgreementId feed) => $"feeds/{feed}/pages";
}
