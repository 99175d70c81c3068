using Numerai.Client.Http;
using Numerai.Contracts;

namespace Numerai.Client.Scores;

/// <summary>Published scores.</summary>
public sealed class ScoresClient
{
    private readonly ApiTransport _transport;

    internal ScoresClient(ApiTransport transport) => _transport = transport;

    /// <summary>By round (newest first), day, model and score name.</summary>
    public Task<Page<Score>> ListAsync(
        ScoreFilter? filter = null, int? limit = null, int? offset = null, CancellationToken cancellation = default) =>
        _transport.GetAsync<Page<Score>>(
            QueryText.Of(
                "api/v1/scores",
                ("tournament", filter?.Tournament),
                ("round", filter?.Round),
                ("model", filter?.Model),
                ("name", filter?.Name),
                ("day", filter?.Day),
                ("limit", limit),
                ("offset", offset)),
            cancellation);
}
