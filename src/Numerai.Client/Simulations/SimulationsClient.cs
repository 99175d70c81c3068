using System.Text;
using Numerai.Client.Http;

namespace Numerai.Client.Simulations;

/// <summary>
/// Simulations on a cluster's silos, for its operator. Refused: not_authorised, scenario_malformed, scenario_invalid, simulation_not_found.
/// All calls are safe to repeat: a scenario with its seed is played once.
/// </summary>
public sealed class SimulationsClient
{
    private const string Root = "api/v1/simulations/points";
    private readonly ApiTransport _transport;

    internal SimulationsClient(ApiTransport transport) => _transport = transport;

    /// <summary>Has a scenario played on the silo with the fewest points.</summary>
    /// <param name="scenario">The scenario as JSON.</param>
    /// <param name="cancellation">Ends the call, not the simulation.</param>
    public Task<SimulationPoint> StartAsync(string scenario, CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        return _transport.TransferAsync<SimulationPoint>(
            HttpMethod.Post, Root, _ => new StringContent(scenario, Encoding.UTF8, "application/json"), cancellation);
    }

    public Task<SimulationPoint> GetAsync(string id, CancellationToken cancellation = default) =>
        _transport.GetAsync<SimulationPoint>($"{Root}/{id}", cancellation);

    /// <summary>A file of the result of a point that is done, such as <c>result.json</c>.</summary>
    public async Task<byte[]> FileAsync(string id, string name, CancellationToken cancellation = default)
    {
        var answer = await _transport.AttemptAsync(
            async token =>
            {
                using var request = _transport.Request(HttpMethod.Get, $"{Root}/{id}/files/{name}");
                using var response = await _transport.Http.SendAsync(request, token).ConfigureAwait(false);
                return await ApiAnswer.ReadAsync(response, token).ConfigureAwait(false);
            },
            cancellation).ConfigureAwait(false);
        return answer.Successful ? answer.Body : throw Refusals.Of(answer, _transport.Options.Url);
    }
}
