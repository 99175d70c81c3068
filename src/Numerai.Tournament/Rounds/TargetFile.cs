using Numerai.Data;
using Numerai.Data.Csv;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;
using Numerai.Tournament.Outcomes;

namespace Numerai.Tournament.Rounds;

/// <summary>Reads a published target: CSV or Parquet with the columns id and target.</summary>
internal static class TargetFile
{
    /// <summary>The share of live ids that a target must cover.</summary>
    public const double SmallestCoverage = 0.8;

    private const string IdColumn = "id";
    private const string TargetColumn = "target";

    /// <summary>The target aligned to the universe, NaN where there is none.</summary>
    public static Outcome<double[]> Align(byte[] content, Universe universe)
    {
        try
        {
            var table = Read(content);
            return Align(table.Values<string>(IdColumn), table.Doubles(TargetColumn), universe);
        }
        catch (DataFormatException error)
        {
            return Invalid($"The target can't be read: {error.Message}");
        }
    }

    private static Table Read(byte[] content)
    {
        using var stream = new MemoryStream(content, writable: false);
        return content.AsSpan().StartsWith("PAR1"u8)
            ? ParquetFile.Read(stream, "target", [IdColumn, TargetColumn], ParquetLimits.Upload)
            : CsvTable.Read(stream, "target", new Dictionary<string, ColumnType> { [TargetColumn] = ColumnType.Float64 });
    }

    private static Outcome<double[]> Align(string[] ids, double[] targets, Universe universe)
    {
        var aligned = new double[universe.Rows];
        Array.Fill(aligned, double.NaN);
        var seen = new HashSet<int>();
        for (var line = 0; line < ids.Length; line++)
        {
            var row = universe.RowOf(ids[line]);
            if (row < 0)
            {
                return Invalid($"Row {line + 1} of the target has the id '{ids[line]}', which is not live in this round.");
            }

            if (!seen.Add(row))
            {
                return Invalid($"Row {line + 1} of the target repeats the id '{ids[line]}'.");
            }

            if (!double.IsNaN(targets[line]) && targets[line] is not (>= 0 and <= 1))
            {
                return Invalid($"Row {line + 1} of the target has the value {targets[line]}; targets lie in 0..1.");
            }

            aligned[row] = targets[line];
        }

        var covered = aligned.Count(value => !double.IsNaN(value));
        return covered < SmallestCoverage * universe.Rows
            ? Invalid($"The target covers {covered} of the {universe.Rows} live ids; at least {SmallestCoverage:P0} are needed.")
            : aligned;
    }

    private static Refusal Invalid(string message) => new(RefusalCodes.InvalidTarget, message);
}
