using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Numerai.Data.Parquet;
using Numerai.Data.Signals;
using Numerai.Data.Tables;

namespace Numerai.Behaviour.Fixtures;

/// <summary>
/// Live data, predictions and targets of the fixtures' rounds. They follow from tournament and round alone and stand apart from the
/// files of other tests, so that a fixture made years ago can still be played on.
/// </summary>
internal static class FixtureFiles
{
    public const int Rows = 120;
    private const int Classic = 8;
    private const int Signals = 11;

    private static readonly double[] _weights = [.. Draws("weights").Select(value => 1 + (0.5 * value))];

    public static string Prefix(int tournament) => tournament switch { Classic => "v5.2", Signals => "signals/v2.1", _ => "crypto/v2.0" };

    public static byte[] Live(int tournament, int round) => Bytes(new Table(
    [
        Keys(tournament, round),
        .. Enumerable.Range(0, 3).Select(feature => new TableColumn<sbyte>(
            $"feature_{feature}", [.. Draws($"feature {feature}/{round}").Select(value => (sbyte)Math.Floor((value + 1) * 2.499))])),
    ]));

    public static byte[] Weights() => Bytes(new Table([Keys(Signals, 0), new TableColumn<double>("sample_weight", _weights)]));

    public static byte[] Neutralizers() => Bytes(new Table(
    [
        Keys(Signals, 0),
        .. WeightedBasis.Of([[.. Enumerable.Repeat(1.0, Rows)], Draws("factor 1"), Draws("factor 2")], _weights)
            .Select((column, index) => new TableColumn<double>($"neutralizer_{index}", column)),
    ]));

    /// <summary>Ids of a round of Classic in terms of the round before.</summary>
    public static string IdMap(int round) => "previous_id,id\n"
        + string.Concat(Enumerable.Range(0, Rows).Select(row => $"{Id(Classic, round - 1, row)},{Id(Classic, round, row)}\n"));

    /// <param name="skill">Share of the truth, -1 to 1; the rest is the model's own noise, the same in every round.</param>
    public static byte[] Predictions(int tournament, int round, string model, double skill)
    {
        var (truth, noise) = (Truth(tournament), Draws($"noise of {model}"));
        return Csv($"{Key(tournament)},prediction", row =>
        {
            var value = (skill * truth[row]) + ((1 - Math.Abs(skill)) * noise[row]);
            return $"{Id(tournament, round, row)},{(0.5 + (0.45 * value)).ToString("F9", CultureInfo.InvariantCulture)}";
        });
    }

    /// <summary>Targets in five bins.</summary>
    public static byte[] Target(int tournament, int round, int day)
    {
        string[] columns = tournament == Signals
            ? ["target", "target_factor_feat_neutral", "target_factor_neutral", "target_raw_return"]
            : ["target"];
        var values = columns.Select(column => Bins(tournament, $"{column}/{round}/{day}")).ToArray();
        return Csv($"{Key(tournament)},{string.Join(',', columns)}", row => string.Join(
            ',', values.Select(column => column[row].ToString(CultureInfo.InvariantCulture)).Prepend(Id(tournament, round, row))));
    }

    private static string Key(int tournament) => tournament switch { Classic => "id", Signals => "numerai_ticker", _ => "symbol" };

    private static string Id(int tournament, int round, int row) => tournament switch
    {
        Classic => "n" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{round}/{row}")))[..15],
        Signals => string.Create(CultureInfo.InvariantCulture, $"N{row:000} US"),
        _ => string.Create(CultureInfo.InvariantCulture, $"C{row:000}"),
    };

    private static TableColumn<string> Keys(int tournament, int round) =>
        new(Key(tournament), [.. Enumerable.Range(0, Rows).Select(row => Id(tournament, round, row))]);

    private static double[] Truth(int tournament) => Draws($"truth/{tournament}");

    private static double[] Bins(int tournament, string name)
    {
        var noise = Draws(name);
        return [.. Truth(tournament).Select((value, row) => Math.Round(2 + (2 * Math.Clamp(value + (0.3 * noise[row]), -1, 1))) / 4)];
    }

    /// <summary>Numbers in -1..1 that a name stands for.</summary>
    private static double[] Draws(string name)
    {
        var random = new Random(BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(name))));
        return [.. Enumerable.Range(0, Rows).Select(_ => (2 * random.NextDouble()) - 1)];
    }

    private static byte[] Csv(string header, Func<int, string> line) =>
        Encoding.UTF8.GetBytes(header + "\n" + string.Concat(Enumerable.Range(0, Rows).Select(row => line(row) + "\n")));

    private static byte[] Bytes(Table table)
    {
        using var content = new MemoryStream();
        ParquetFile.Write(content, table);
        return content.ToArray();
    }
}
