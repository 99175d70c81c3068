using System.Globalization;
using Numerai.Client.Http;
using Numerai.Contracts;

namespace Numerai.Client.Universes;

/// <summary>The securities of tournaments in which they keep their ids, day by day.</summary>
public sealed class UniversesClient
{
    private readonly ApiTransport _transport;

    internal UniversesClient(ApiTransport transport) => _transport = transport;

    /// <summary>Refused: universe_not_found.</summary>
    public Task<Universe> GetAsync(int tournament, DateOnly date, CancellationToken cancellation = default) =>
        _transport.GetAsync<Universe>($"api/v1/universes/{Path(tournament, date)}", cancellation);

    /// <summary>
    /// Makes published files the universe of a day (operator). The same files again are fine; others replace it if the request says so and
    /// no round stands on it. Refused: dataset_not_found, invalid_universe, universe_exists.
    /// </summary>
    public Task<Universe> PublishAsync(
        int tournament, DateOnly date, PublishUniverseRequest request, CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        return _transport.SendAsync<Universe>(
            HttpMethod.Put, $"api/v1/operator/universes/{Path(tournament, date)}", request, Repeat.Safe, cancellation);
    }

    private static string Path(int tournament, DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{tournament}/{date:yyyy-MM-dd}");
}
