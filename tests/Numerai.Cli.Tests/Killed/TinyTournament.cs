using System.Globalization;
using System.Text;
using Numerai.Client;
using Numerai.Contracts;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;

namespace Numerai.Cli.Tests.Killed;

/// <summary>
/// A tournament of one scoring day with many small participants, played through the SDK. Everything in it follows from its size.
/// </summary>
internal sealed class TinyTournament(NumeraiClient theOperator, Uri url, string folder, int participants)
{
    public const int Tournament = 8;
    private const int Rows = 60;
    private static readonly string[] _ids = [.. Enumerable.Range(0, Rows).Select(row => $"n{row:x15}")];

    public NumeraiClient Operator => theOperator;

    /// <summary>Everything up to the target, after which the round can be resolved.</summary>
    public async Task PrepareAsync(DateTimeOffset opens)
    {
        var settings = await theOperator.Operator.GetSettingsAsync(Tournament);
        await theOperator.Operator.ChangeSettingsAsync(
            settings with { Version = settings.Version + 1, Scoring = settings.Scoring with { Days = 1 } });
        await theOperator.Operator.MintAsync(Nmr.FromNmr(1_000_000), "treasury");
        await PublishLiveAsync();
        await theOperator.Operator.AdvanceClockAsync(opens);
        await theOperator.Operator.OpenRoundAsync(Tournament, new OpenRoundRequest("v1/live.parquet", Opens: opens, Number: 1));
        await Parallel.ForEachAsync(
            Enumerable.Range(0, participants), new ParallelOptions
            {
                MaxDegreeOfParallelism = 8,
            }, async (number, _) => await JoinAsync(number));
        var round = await theOperator.Rounds.GetAsync(Tournament, 1);
        await theOperator.Operator.AdvanceClockAsync(round.Resolves);
    }

    public Task PublishTargetAsync() => theOperator.Operator.PublishTargetAsync(Tournament, 1, 1, Target(), early: true);

    private async Task PublishLiveAsync()
    {
        var random = new Random(1);
        var features = Enumerable.Range(0, 3).Select(feature =>
            (TableColumn)new TableColumn<sbyte>($"feature_{feature}", [.. _ids.Select(_ => (sbyte)random.Next(5))]));
        var path = Path.Combine(folder, "live.parquet");
        ParquetFile.Write(path, new Table([new TableColumn<string>("id", _ids), .. features]));
        await theOperator.Operator.PublishDatasetAsync("v1/live.parquet", path);
    }

    private async Task JoinAsync(int number)
    {
        using var visitor = new NumeraiClient(new NumeraiClientOptions { Url = url });
        var registration = await visitor.Accounts.RegisterAsync($"participant_{number}");
        await theOperator.Operator.DepositAsync($"participant_{number}", Nmr.FromNmr(100 + number), "start");
        using var client = new NumeraiClient(new NumeraiClientOptions
        {
            Url = url,
            Credentials = new NumeraiCredentials(registration.Key.PublicId, registration.Key.Secret),
        });
        await client.Models.CreateAsync($"model_{number}");
        await client.Stakes.IncreaseStakeAsync($"model_{number}", Nmr.FromNmr(50 + number), "start");
        var file = Predictions(number);
        await client.Submissions.UploadPredictionsAsync(
            $"model_{number}", "predictions.csv", () => new MemoryStream(file, writable: false), file.Length);
    }

    private static byte[] Predictions(int number)
    {
        var random = new Random(1000 + number);
        return Csv("prediction", _ids.Select(_ => random.NextDouble()));
    }

    private static byte[] Target()
    {
        var random = new Random(7);
        return Csv("target", _ids.Select(_ => random.Next(5) * 0.25));
    }

    private static byte[] Csv(string column, IEnumerable<double> values)
    {
        var text = new StringBuilder($"id,{column}\n");
        foreach (var (id, value) in _ids.Zip(values))
        {
            text.Append(CultureInfo.InvariantCulture, $"{id},{value}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
