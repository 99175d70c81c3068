using Numerai.Data.Parquet;
using Numerai.Data.Tables;

namespace Numerai.Data.Diagnostics;

/// <summary>Published predictions laid on the rows of the validation data, one column at a time.</summary>
internal static class AlignedPredictions
{
    /// <summary>Names of the prediction columns of a file.</summary>
    public static IReadOnlyList<string> Columns(string path)
    {
        using var reader = ParquetReader.Open(path);
        return [.. reader.Columns.Where(column => column.Type is ColumnType.Float32 or ColumnType.Float64).Select(column => column.Name)];
    }

    /// <summary>Writes one column of each part's file; rows no file has keep what is there.</summary>
    public static void Fill(IEnumerable<string?> paths, string column, ValidationRows validation, Span<float> values)
    {
        foreach (var path in paths.OfType<string>())
        {
            using var reader = ParquetReader.Open(path);
            var last = -1;
            for (var group = 0; group < reader.RowGroupCount; group++)
            {
                var ids = reader.ReadUtf8("id", group);
                var predictions = reader.ReadRowGroup(group, [column]).Doubles(column);
                for (var i = 0; i < predictions.Length; i++)
                {
                    last = validation.Find(ids.Text.AsSpan(ids.Starts[i], ids.Starts[i + 1] - ids.Starts[i]), last + 1);
                    if (last >= 0)
                    {
                        values[last] = (float)predictions[i];
                    }
                }
            }
        }
    }
}
