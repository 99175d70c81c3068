using System.Globalization;
using System.Text;
using Numerai.Contracts;
using Numerai.Simulations.Markets;
using Numerai.Tournament.Rounds.Submissions;

namespace Numerai.Simulations.Running;

/// <summary>
/// Hands in what participants of Signals send: CSV files of tickers and signals through the tournament's own intake, which reads them,
/// looks tickers up, and measures churn and turnover. Accounts use the kinds of id in turn.
/// </summary>
internal sealed class SignalsIntake : IDisposable
{
    private readonly SimulationHost _host;
    private readonly SimulationWorld _world;
    private readonly SignalsUploads _uploads = new();
    private readonly SubmissionService _service;

    public SignalsIntake(SimulationHost host, SimulationWorld world)
    {
        (_host, _world) = (host, world);
        _service = new SubmissionService(host.Actors, _uploads, host.Submissions, host.Objects, host.Clock);
    }

    public async Task SubmitAsync(RoundId round, IReadOnlyList<Prediction> submissions, bool late)
    {
        var era = _world.InFlight[round.Number].Era;
        string[] kinds = ["numerai_ticker", .. era.Signals!.Aliases.Keys];
        foreach (var (model, codes, _) in submissions)
        {
            var owner = _world.Crowd.OwnerOf[model.Id];
            var kind = kinds[owner.Number % kinds.Length];
            var filename = string.Create(CultureInfo.InvariantCulture, $"{model.Name}_{round.Number}.csv");
            await _uploads.PutAsync(filename, owner.Id, model.Id, Csv(era, kind, codes), _host.Clock.GetUtcNow());
            (await _service.CreateAsync(owner.Id, model.Id, filename, late ? round.Number : null)).Require();
        }
    }

    public void Dispose() => _uploads.Dispose();

    /// <summary>Ranks between 0 and 1; reading them back gives the same codes.</summary>
    private static byte[] Csv(MarketEra era, string kind, ushort[] codes)
    {
        var ids = kind == "numerai_ticker" ? era.Ids : era.Signals!.Aliases[kind];
        var text = new StringBuilder(24 * ids.Length).Append(kind).Append(",signal\n");
        for (var row = 0; row < ids.Length; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{ids[row]},{codes[row] / (2.0 * codes.Length):R}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
