using Numerai.Client.Http;
using Numerai.Contracts;

namespace Numerai.Client.Agreements;

/// <summary>Feeds of proofs. Refused: feed_not_found, feed_not_owned, feed_full, post_not_found, post_not_matched.</summary>
public sealed class FeedsClient
{
    private readonly ApiTransport _transport;

    internal FeedsClient(ApiTransport transport) => _transport = transport;

    /// <param name="metadata">SHA-256 of the text that says what the feed is about.</param>
    public Task<Feed> CreateAsync(string name, string metadata, CancellationToken cancellation = default) =>
        PostAsync<Feed>("feeds", new { name, metadata }, cancellation);

    public Task<Feed> GetAsync(AgreementId id, CancellationToken cancellation = default) =>
        _transport.GetAsync<Feed>($"api/v1/feeds/{id}", cancellation);

    /// <summary>Posts, oldest first, at most 128 a page.</summary>
    public Task<Page<FeedPost>> ListAsync(
        AgreementId id, int? limit = null, int? offset = null, CancellationToken cancellation = default) =>
        _transport.GetAsync<Page<FeedPost>>(
            QueryText.Of($"api/v1/feeds/{id}/posts", ("limit", limit), ("offset", offset)), cancellation);

    /// <param name="proof">See <see cref="FeedProofs"/>.</param>
    public Task<FeedPost> PostAsync(AgreementId id, string proof, CancellationToken cancellation = default) =>
        PostAsync<FeedPost>($"feeds/{id}/posts", new { proof }, cancellation);

    public Task<FeedPost> RevealAsync(AgreementId id, int index, string salt, byte[] data, CancellationToken cancellation = default) =>
        PostAsync<FeedPost>($"feeds/{id}/posts/{index}/reveal", new { salt, data }, cancellation);

    private Task<T> PostAsync<T>(string path, object body, CancellationToken cancellation)
    {
        _transport.RequireCredentials();
        return _transport.SendAsync<T>(HttpMethod.Post, "api/v1/" + path, body, Repeat.Safe, cancellation);
    }
}
