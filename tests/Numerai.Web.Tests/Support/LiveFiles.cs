using System.Globalization;
using System.Text;
using Numerai.Contracts;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;

namespace Numerai.Web.Tests.Support;

/// <summary>A small live universe, predictions on it and targets of it.</summary>
internal static class LiveFiles
{
    public const int Rows = 60;

    public static string[] Ids { get; } = [
        .. Enumerable.Range(0, Rows).Select(row => $"n{row.ToString("x8", CultureInfo.InvariantCulture)}")];

    public static void WriteLive(string path) => ParquetFile.Write(path, new Table(
    [
        new TableColumn<string>("id", Ids),
        new TableColumn<string>("era", [.. Ids.Select(_ => "X")]),
        new TableColumn<sbyte>("feature_one", [.. Ids.Select((_, row) => (sbyte)(row % 5))]),
        new TableColumn<sbyte>("feature_two", [.. Ids.Select((_, row) => (sbyte)(row * 7 % 5))]),
    ]));

    /// <summary>Predictions that rank the rows by a keyed shuffle: the same seed, the same file.</summary>
    public static string Predictions(int seed = 1)
    {
        var values = Shuffled(seed).Select(place => (place + 1) / (double)(Rows + 1)).ToArray();
        return Csv("id,prediction", row => $"{Ids[row]},{values[row].ToString("R", CultureInfo.InvariantCulture)}");
    }

    /// <summary>Targets in five bins, in the order of the predictions of the same seed.</summary>
    public static byte[] Target(int seed = 1)
    {
        var places = Shuffled(seed);
        return Encoding.UTF8.GetBytes(
            Csv("id,target", row => $"{Ids[row]},{(places[row] * 5 / Rows * 0.25).ToString(CultureInfo.InvariantCulture)}"));
    }

    public static string Csv(string header, Func<int, string> line) =>
        header + "\n" + string.Concat(Enumerable.Range(0, Rows).Select(row => line(row) + "\n"));

    /// <summary>Uploads text as a file of predictions.</summary>
    public static Task<Submission> SubmitAsync(
        this TestParticipant participant, string model, string content, string filename = "predictions.csv") =>
        participant.SubmitAsync(model, Encoding.UTF8.GetBytes(content), filename);

    public static Task<Submission> SubmitAsync(this TestParticipant participant, string model, byte[] content, string filename) =>
        participant.Client.Submissions.UploadPredictionsAsync(model, filename, () => new MemoryStream(content), content.Length);

    private static int[] Shuffled(int seed)
    {
        var places = Enumerable.Range(0, Rows).ToArray();
        new Random(seed).Shuffle(places);
        return places;
    }
}
