using Numerai.Data.Parquet;
using Numerai.Data.Tables;

namespace Numerai.Data.Diagnostics;

/// <summary>Cuts the validation files into eras while they are read, a row group at a time.</summary>
internal static class EraSlices
{
    /// <exception cref="DataFormatException"><c>table_ragged</c> when the rows of an era do not stand together.</exception>
    public static IEnumerable<EraSlice> Read(IReadOnlyList<ValidationPart> parts, IReadOnlyList<string> features)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var first = 0;
        foreach (var rows in parts.SelectMany(part => OfFile(part.Validation, features)))
        {
            var era = rows.Values<string>("era")[0];
            if (!seen.Add(era))
            {
                throw new DataFormatException(
                    DataErrorCodes.TableRagged, $"The rows of era {era} do not stand together in the validation data.");
            }

            yield return new EraSlice(era, first, rows);
            first += rows.RowCount;
        }
    }

    private static IEnumerable<Table> OfFile(string path, IReadOnlyList<string> features)
    {
        using var reader = ParquetReader.Open(path);
        Table? open = null;
        foreach (var group in reader.ReadRowGroups(["era", "target", .. features]))
        {
            // The last era of a row group may go on in the next one.
            var rows = open is null ? group : Table.Concat([open, group]);
            var eras = rows.Values<string>("era");
            var start = 0;
            for (var row = 1; row < eras.Length; row++)
            {
                if (eras[row] != eras[row - 1])
                {
                    yield return rows.Take([.. Enumerable.Range(start, row - start)]);
                    start = row;
                }
            }

            open = eras.Length == 0 ? null : rows.Take([.. Enumerable.Range(start, eras.Length - start)]);
        }

        if (open is not null)
        {
            yield return open;
        }
    }
}
