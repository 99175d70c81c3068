using Numerai.Tournament.Ports;
using Numerai.Web.Agreements;
using Numerai.Web.Http;

namespace Numerai.Web.GraphQl.Agreements;

/// <summary>Revealed posts, whose bytes REST sends as they are.</summary>
internal static class FeedContent
{
    public static async Task<Answer<RevealedPostNode>> ReadAsync(Guid id, int index, IObjectStore objects)
    {
        var content = await FeedEndpoints.FindContentAsync(id, index, objects);
        return content.Accepted ? new RevealedPostNode(index, await objects.GetAsync(content.Value)) : content.Refusal;
    }
}
