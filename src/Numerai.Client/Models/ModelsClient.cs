using Numerai.Client.Http;
using Numerai.Contracts;

namespace Numerai.Client.Models;

/// <summary>Models: what submissions are made for and stakes are put on.</summary>
public sealed class ModelsClient
{
    private readonly ApiTransport _transport;

    internal ModelsClient(ApiTransport transport) => _transport = transport;

    /// <summary>
    /// Makes a model; one of the same name that is already yours is returned. Refused: invalid_name, model_name_taken, model_limit_reached.
    /// </summary>
    /// <param name="tournament">Its number.</param>
    public Task<Model> CreateAsync(string name, int tournament = DefaultTournament.Number, CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        return _transport.SendAsync<Model>(HttpMethod.Post, "api/v1/models", new { tournament, name }, Repeat.Safe, cancellation);
    }

    /// <summary>One model by its id, or by its name within a tournament. Refused: model_not_found.</summary>
    public Task<Model> GetAsync(string model, int tournament = DefaultTournament.Number, CancellationToken cancellation = default) =>
        _transport.GetAsync<Model>(QueryText.Of("api/v1/models/" + Uri.EscapeDataString(model), ("tournament", tournament)), cancellation);

    /// <summary>Models in order of their names.</summary>
    /// <param name="owner">Account id or username; null for everybody's.</param>
    public Task<Page<Model>> ListAsync(
        string? owner = null, int? tournament = null, int? limit = null, int? offset = null, CancellationToken cancellation = default) =>
        _transport.GetAsync<Page<Model>>(
            QueryText.Of("api/v1/models", ("owner", owner), ("tournament", tournament), ("limit", limit), ("offset", offset)),
            cancellation);
}
