using System.Globalization;
using System.Text;
using Numerai.Contracts;
using Numerai.Data.Parquet;
using Numerai.Data.Signals;
using Numerai.Data.Tables;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.Signals;

/// <summary>A universe of 110 securities for tests over HTTP: its files, right or wrong, and signals about it.</summary>
internal static class SignalsFiles
{
    public const int SignalsId = 11;
    public const int Rows = 110;

    /// <summary>The day of the test server's clock.</summary>
    public static DateOnly Date { get; } = DateOnly.FromDateTime(TestServer.Start.UtcDateTime);

    public static string[] Tickers { get; } = [
        .. Enumerable.Range(0, Rows).Select(row => string.Create(CultureInfo.InvariantCulture, $"T{row:000} US"))];

    public static double[] Weights { get; } = [.. Enumerable.Range(0, Rows).Select(row => 0.5 + (row % 4 / 2.0))];

    public static IReadOnlyList<double[]> Neutralizers { get; } = WeightedBasis.Of(
        [[.. Enumerable.Repeat(1.0, Rows)], [.. Enumerable.Range(0, Rows).Select(row => Math.Sin(row))]], Weights);

    public static TableColumn<string> Key => new("numerai_ticker", Tickers);

    public static Table Live => new([Key, new TableColumn<string>("sedol", [.. Tickers.Select(Sedol)])]);

    public static string Sedol(string ticker) => "B" + ticker[1..4];

    /// <summary>Publishes tables under a fresh prefix, makes them the universe of a day, and answers with it.</summary>
    public static async Task<Universe> PublishUniverseAsync(
        TestServer server, DateOnly date, Table live, Table? neutralizers, Table? weights, int tournament = SignalsId)
    {
        var prefix = $"signals/v2.1/{TestServer.NewName("day")}";
        return await server.Operator.Universes.PublishAsync(tournament, date, new PublishUniverseRequest(
            await PublishAsync(server, $"{prefix}/live.parquet", live),
            neutralizers is null ? null : await PublishAsync(server, $"{prefix}/neutralizer.parquet", neutralizers),
            weights is null ? null : await PublishAsync(server, $"{prefix}/sample_weights.parquet", weights)));
    }

    public static Table NeutralizerTable(IEnumerable<double[]> columns) =>
        new([Key, .. columns.Select((values, index) => new TableColumn<double>($"neutralizer_{index}", values))]);

    public static Table WeightTable(double[] weights) => new([Key, new TableColumn<double>("sample_weight", weights)]);

    /// <summary>Opens a round on a good universe, with one scoring day.</summary>
    public static async Task<Round> OpenAsync(TestServer server, DateOnly date)
    {
        var settings = await server.Operator.Operator.GetSettingsAsync(SignalsId);
        if (settings.Scoring.Days != 1)
        {
            await server.Operator.Operator.ChangeSettingsAsync(
                settings with { Version = settings.Version + 1, Scoring = new ScoringSettings(1, 256) });
        }

        await PublishUniverseAsync(server, date, Live, NeutralizerTable(Neutralizers), WeightTable(Weights));
        return await server.Operator.Operator.OpenRoundAsync(SignalsId, new OpenRoundRequest(Universe: date));
    }

    public static string Csv(string header, Func<int, string> line, int rows = Rows) =>
        header + "\n" + string.Concat(Enumerable.Range(0, rows).Select(row => line(row) + "\n"));

    public static string Value(int row) => ((row + 1) / (double)(Rows + 1)).ToString("R", CultureInfo.InvariantCulture);

    public static string Signal() => Csv("numerai_ticker,signal", row => $"{Tickers[row]},{Value(row)}");

    public static byte[] Target() => Encoding.UTF8.GetBytes(Csv(
        "numerai_ticker,target,target_raw_return", row => $"{Tickers[row]},{row * 5 / Rows / 4.0},{row % 5 / 4.0}"));

    public static Task<Submission> SubmitSignalAsync(this TestParticipant participant, string model, string content) =>
        participant.Client.Submissions.UploadPredictionsAsync(
            model,
            "signal.csv",
            () => new MemoryStream(Encoding.UTF8.GetBytes(content)),
            Encoding.UTF8.GetByteCount(content),
            tournament: SignalsId);

    private static async Task<string> PublishAsync(TestServer server, string name, Table table)
    {
        var path = Path.Combine(server.Folder, TestServer.NewName("file") + ".parquet");
        ParquetFile.Write(path, table);
        await server.Operator.Operator.PublishDatasetAsync(name, path);
        return name;
    }
}
