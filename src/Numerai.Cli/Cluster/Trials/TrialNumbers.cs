using System.Globalization;
using System.Text;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;

namespace Numerai.Cli.Cluster.Trials;

/// <summary>The data of a trial, made from its seed: live features, predictions, targets.</summary>
internal sealed class TrialNumbers(TrialPlan plan)
{
    private const int Features = 8;
    private static readonly double[] _targets = [0, 0.25, 0.5, 0.5, 0.5, 0.5, 0.75, 1];

    public void WriteLive(string path, int round)
    {
        var columns = new List<TableColumn> { new TableColumn<string>("id", Ids(round)) };
        for (var feature = 0; feature < Features; feature++)
        {
            var random = Random(round, 1, feature);
            columns.Add(
                new TableColumn<sbyte>($"feature_{feature}", [.. Enumerable.Range(0, plan.Rows).Select(_ => (sbyte)random.Next(5))]));
        }

        ParquetFile.Write(path, new Table(columns));
    }

    public byte[] Predictions(int round, int model)
    {
        var random = Random(round, 2, model);
        var skill = 0.02 * (model % 7);
        return Csv("id,prediction", round, row => (0.999 * ((skill * Signal(round, row)) + ((1 - skill) * random.NextDouble()))) + 0.0005);
    }

    public byte[] Target(int round, int day)
    {
        var random = Random(round, 3, day);
        return Csv(
            "id,target",
            round,
            row =>
                _targets[Math.Min((int)(((0.3 * Signal(round, row)) + (0.7 * random.NextDouble())) * _targets.Length),
                    _targets.Length - 1)]);
    }

    private byte[] Csv(string header, int round, Func<int, double> value)
    {
        var text = new StringBuilder(header).Append('\n');
        var ids = Ids(round);
        for (var row = 0; row < ids.Length; row++)
        {
            text.Append(ids[row]).Append(',').Append(value(row).ToString("R", CultureInfo.InvariantCulture)).Append('\n');
        }

        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private string[] Ids(int round) => [.. Enumerable.Range(0, plan.Rows).Select(row => $"n{round:D4}{row:D6}")];

    /// <summary>What predictions and targets have in common, in 0..1.</summary>
    private double Signal(int round, int row) => Random(round, 4, row).NextDouble();

    private Random Random(int round, int purpose, int number) =>
        new(unchecked((((((plan.Seed * 31) + round) * 31) + purpose) * 65_537) + number));
}
