using System.Globalization;
using System.Text;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;
using Numerai.Simulations.Markets;

namespace Numerai.Simulations.Running;

/// <summary>The files an operator publishes for a round, in the form the tournament reads.</summary>
internal static class RoundFiles
{
    public static string LiveName(int round) => $"simulation/live_{round}.parquet";

    public static string BenchmarkName(int round) => $"simulation/live_{round}_benchmark_models.parquet";

    public static byte[] Live(MarketEra era)
    {
        var columns = new List<TableColumn> { new TableColumn<string>("id", era.Ids) };
        for (var feature = 0; feature < era.Features.ColumnCount; feature++)
        {
            columns.Add(new TableColumn<sbyte>(era.Features.Names[feature], era.Features.Column(feature).ToArray()));
        }

        return Write(columns);
    }

    public static byte[] Benchmarks(MarketEra era, double[][] predictions) =>
        Write(
            [
                new TableColumn<string>("id", era.Ids),
                .. predictions.Select((values, place) => new TableColumn<double>(BenchmarkModels.Names[place], values))]);

    /// <summary>CSV with the columns id and target; rows without a target are left out.</summary>
    public static byte[] Target(MarketEra era, float[] target)
    {
        var text = new StringBuilder("id,target\n", 32 * target.Length);
        for (var row = 0; row < target.Length; row++)
        {
            if (!float.IsNaN(target[row]))
            {
                text.Append(era.Ids[row]).Append(',').Append(target[row].ToString(CultureInfo.InvariantCulture)).Append('\n');
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static byte[] Write(List<TableColumn> columns)
    {
        using var stream = new MemoryStream();
        ParquetFile.Write(stream, new Table(columns), new ParquetWriteOptions { Codec = ParquetCodec.None });
        return stream.ToArray();
    }
}
