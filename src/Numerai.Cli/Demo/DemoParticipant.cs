using Numerai.Client;
using Numerai.Contracts;

namespace Numerai.Cli.Demo;

/// <summary>One participant: its own client, its own downloads, its models. All it knows came over HTTP.</summary>
internal sealed class DemoParticipant(DemoPlayer player, NumeraiClient client, DemoWorkshop workshop) : IDisposable
{
    private readonly DemoStaking _staking = new(player, client);

    public DemoPlayer Player => player;

    /// <summary>Ranks by model name of the last round submitted to, aligned to its live file.</summary>
    public IReadOnlyDictionary<string, double[]> LastPredictions { get; private set; } = new Dictionary<string, double[]>();

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        foreach (var model in player.Models)
        {
            await client.Models.CreateAsync(model.Name, DefaultTournament.Number, cancellation);
        }

        await workshop.TrainAsync(client, player.Models, cancellation);
        await _staking.StartAsync(cancellation);
    }

    /// <summary>What a participant's weekly script does: look at the results, adjust the stakes, download, predict, upload.</summary>
    public async Task PlayAsync(Round round, Settlement? latest, CancellationToken cancellation)
    {
        await _staking.AdjustAsync(round.Number, latest, cancellation);
        var live = await workshop.DownloadLiveAsync(client, round, cancellation);
        var predictions = new Dictionary<string, double[]>(StringComparer.Ordinal);
        foreach (var model in player.Models)
        {
            var values = workshop.Predict(model, live);
            predictions.Add(model.Name, values);
            await client.Submissions.UploadPredictionsAsync(model.Name, live.Ids, values, cancellation: cancellation);
        }

        LastPredictions = predictions;
    }

    public void Dispose() => client.Dispose();
}
