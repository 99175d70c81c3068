using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;

namespace Numerai.Cli.Demo.Governance;

/// <summary>A small invented market: live files, targets, and predictions that hold a share of the target.</summary>
internal sealed class GovernanceMarket(int seed)
{
    private const int Rows = 4000;
    private const int Features = 5;
    private const int Bins = 5;

    public void WriteLive(string path, int round)
    {
        var features = Enumerable.Range(0, Features).Select(feature => new TableColumn<sbyte>(
            $"feature_{feature}", [.. Draws($"feature {feature} of {round}").Select(value => (sbyte)(value * Bins))]));
        ParquetFile.Write(
            path, new Table([new TableColumn<string>("id", [.. Enumerable.Range(0, Rows).Select(row => Id(round, row))]), .. features]));
    }

    public byte[] Target(int round) =>
        Csv("id,target", round, Draws($"truth of {round}").Select(value => Math.Floor(value * Bins) / (Bins - 1)));

    public byte[] Predictions(Holder holder, int round)
    {
        var (truth, noise, skill) = (Draws($"truth of {round}"), Draws($"{holder.Name} in {round}"), holder.Skill ?? 0);
        return Csv("id,prediction", round, truth.Zip(noise, (value, chance) =>
            0.01 + (0.98 * ((Math.Abs(skill) * (skill < 0 ? 1 - value : value)) + ((1 - Math.Abs(skill)) * chance)))));
    }

    private static string Id(int round, int row) => string.Create(CultureInfo.InvariantCulture, $"n{round:x4}{row:x8}");

    private static byte[] Csv(string header, int round, IEnumerable<double> values) => Encoding.UTF8.GetBytes(header + "\n" + string.Concat(
        values.Select((value, row) => $"{Id(round, row)},{value.ToString("R", CultureInfo.InvariantCulture)}\n")));

    /// <summary>Numbers in 0..1 that a name stands for.</summary>
    private double[] Draws(string name)
    {
        var random = new Random(BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{name}"))));
        return [.. Enumerable.Range(0, Rows).Select(_ => random.NextDouble())];
    }
}
