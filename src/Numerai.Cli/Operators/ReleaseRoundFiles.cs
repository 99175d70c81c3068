using System.Text;
using Numerai.Client;
using Numerai.Contracts;
using Numerai.Data.Parquet;
using Numerai.Data.Releases;

namespace Numerai.Cli.Operators;

/// <summary>Publishes the live files of one round of a release and makes the request that opens it.</summary>
internal static class ReleaseRoundFiles
{
    private static readonly (string File, string Suffix)[] _live =
    [
        ("live.parquet", ".parquet"),
        ("live_benchmark_models.parquet", "_benchmark_models.parquet"),
        ("live_example_preds.parquet", "_example_preds.parquet"),
        ("live_example_preds.csv", "_example_preds.csv"),
    ];

    /// <param name="ownTimes">Whether the round opens and closes as the release says, instead of now and as the settings say.</param>
    public static async Task<OpenRoundRequest> PublishAsync(
        NumeraiClient client, Release release, int number, bool ownTimes, CancellationToken cancellation)
    {
        var round = release.Rounds.FirstOrDefault(candidate => candidate.Number == number)
            ?? throw new NumeraiApiException("round_not_found", $"The release has rounds 1 to {release.Rounds.Count}, no round {number}.");
        var folder = release.RoundFolder(number);
        var prefix = $"{release.Version}/live_{number}";
        foreach (var (file, suffix) in _live)
        {
            await client.Operator.PublishDatasetAsync(prefix + suffix, Path.Combine(folder, file), null, cancellation);
        }

        return new OpenRoundRequest(
            prefix + ".parquet",
            prefix + "_benchmark_models.parquet",
            number == 1 ? null : ReadIdMap(Path.Combine(folder, "id_map.parquet")),
            ownTimes ? round.OpensAt : null,
            ownTimes ? round.ClosesAt : null,
            number);
    }

    /// <summary>An id map as CSV text, from CSV or Parquet.</summary>
    public static string ReadIdMap(string path)
    {
        if (!path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase))
        {
            return File.ReadAllText(path);
        }

        var map = ParquetFile.Read(path, ["previous_id", "id"]);
        var text = new StringBuilder("previous_id,id\n");
        foreach (var (previous, id) in map.Values<string>("previous_id").Zip(map.Values<string>("id")))
        {
            text.Append(previous).Append(',').Append(id).Append('\n');
        }

        return text.ToString();
    }
}
