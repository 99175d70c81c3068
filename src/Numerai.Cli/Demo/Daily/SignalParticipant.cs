using System.Globalization;
using System.Text;
using Numerai.Client;
using Numerai.Contracts;
using Numerai.Data.Signals;
using Numerai.Data.Tables;

namespace Numerai.Cli.Demo.Daily;

/// <summary>One participant: its own client and downloads, its own view of the market, its models.</summary>
/// <param name="idColumn">The kind of id it submits by.</param>
internal sealed class SignalParticipant(
    SignalPlayer player, NumeraiClient client, MarketFeed feed, DailyDemoPlan plan, string idColumn, string folder) : IDisposable
{
    private readonly SignalWorkshop _workshop = new();

    /// <summary>Every submission with the churn and turnover that it was told.</summary>
    public List<(SignalModel Model, Submission Submission)> Submitted { get; } = [];

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        var each = new Nmr(Nmr.FromNmr(player.Deposit).Wei * 4 / 5 / player.Models.Count);
        foreach (var model in player.Models)
        {
            await client.Models.CreateAsync(model.Name, plan.Number, cancellation);
            await client.Stakes.IncreaseStakeAsync(model.Name, each, $"start-{model.Name}", plan.Number, cancellation);
        }
    }

    /// <summary>
    /// What a participant's daily script does: download the universe, make signals from its own data, keep and upload them.
    /// </summary>
    public async Task PlayAsync(DailyRelease release, DailyRound round, CancellationToken cancellation)
    {
        var name = release.FilesOf(round).First();
        var path = Path.Combine(folder, name);
        await client.Datasets.DownloadDatasetAsync($"{release.Version}/{name}", path, null, cancellation);
        var live = await ClientTables.ReadAsync(path, cancellation, [.. plan.Ids]);
        var day = feed.Of(round.Day);
        foreach (var model in player.Models)
        {
            var file = Encoding.UTF8.GetBytes(Csv(live, _workshop.Make(model, day)));
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{model.Name}_{round.Number}.csv"), file, cancellation);
            var submission = await client.Submissions.UploadPredictionsAsync(
                model.Name,
                $"{model.Name}.csv",
                () => new MemoryStream(file, writable: false),
                file.Length,
                tournament: plan.Number,
                cancellation: cancellation);
            Submitted.Add((model, submission));
        }
    }

    public void Dispose() => client.Dispose();

    /// <summary>Its feed knows securities by their plain tickers, which stand in one of the universe's columns.</summary>
    private string Csv(Table live, IReadOnlyDictionary<string, double> signal)
    {
        var plain = live.Values<string>(plan.Ids.Contains("ticker") ? "ticker" : plan.Ids[0]);
        var ids = live.Values<string>(idColumn);
        var text = new StringBuilder($"{idColumn},signal\n");
        for (var row = 0; row < ids.Length; row++)
        {
            if (signal.TryGetValue(plain[row], out var value))
            {
                text.Append(CultureInfo.InvariantCulture, $"{ids[row]},{value:R}\n");
            }
        }

        return text.ToString();
    }
}
