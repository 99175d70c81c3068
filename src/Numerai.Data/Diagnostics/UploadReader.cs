using System.Globalization;
using System.IO.Compression;
using System.Text;
using Numerai.Data.Csv;
using Numerai.Data.Parquet;
using Numerai.Data.Submissions;
using Sylvan.Data.Csv;

namespace Numerai.Data.Diagnostics;

/// <summary>Reads a file of predictions row by row, CSV (plain or gzip) or Parquet, without keeping it.</summary>
internal static class UploadReader
{
    private const long LongestText = 1L << 30;
    private static readonly SubmissionFormat Format = SubmissionFormat.Classic with { IgnoredColumns = ["era", "data_type"] };

    /// <summary>Takes one row: its number from 0, its id and its value; a missing value is NaN.</summary>
    public delegate void Taker(int row, ReadOnlySpan<byte> id, double value);

    /// <exception cref="DiagnosticsRefusedException">The file is none, its columns are wrong, or a value is no number.</exception>
    public static void Read(string path, Taker take)
    {
        using var file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[4];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        try
        {
            switch (start[..read])
            {
                case []:
                    throw Refuse(SubmissionErrorCodes.File, "The file is empty; upload a CSV or Parquet file with an id and a prediction column.");
                case [0x1f, 0x8b, ..]:
                    ReadCsv(new GZipStream(file, CompressionMode.Decompress), take);
                    break;
                case [.. var magic] when magic.SequenceEqual("PAR1"u8):
                    ReadParquet(file, take);
                    break;
                default:
                    ReadCsv(file, take);
                    break;
            }
        }
        catch (DataFormatException error)
        {
            throw Refuse(SubmissionErrorCodes.File, error.Message);
        }
        catch (InvalidDataException)
        {
            throw Refuse(SubmissionErrorCodes.File, "The gzip file is damaged or cut short; upload it again.");
        }
    }

    private static void ReadCsv(Stream content, Taker take)
    {
        using var csv = CsvFile.OpenPlain(new BoundedStream(content, LongestText), "predictions");
        var header = Header([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetName)]);
        var id = new byte[256];
        for (var row = 0; CsvFile.Guard("predictions", csv.Read); row++)
        {
            RequireRows(row);
            if (csv.RowFieldCount != csv.FieldCount)
            {
                throw Refuse(SubmissionErrorCodes.File, $"Row {row + 1} has {csv.RowFieldCount} fields where the header names {csv.FieldCount} columns.");
            }

            var text = csv.GetFieldSpan(header.KeyIndex);
            var length = Encoding.UTF8.GetByteCount(text) <= id.Length ? Encoding.UTF8.GetBytes(text, id) : id.Length;
            take(row, id.AsSpan(0, length), Number(csv, header, row));
        }
    }

    private static double Number(CsvDataReader csv, SubmissionHeader header, int row)
    {
        var text = csv.GetFieldSpan(header.ValueIndex).Trim();
        return text.IsEmpty ? double.NaN
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value
            : throw Refuse(SubmissionErrorCodes.Values,
                $"Column '{header.ValueColumn}' has '{SubmissionText.Shorten(text.ToString())}', which is no number, in row {row + 1}.");
    }

    private static void ReadParquet(Stream file, Taker take)
    {
        using var reader = ParquetReader.Open(file, "predictions", ParquetLimits.Upload);
        string[] names = [.. reader.Columns.Select(column => column.Name)];
        var header = Header(reader.IndexColumn == "id" ? ["id", .. names.Where(name => name != "id")] : names);
        var row = 0;
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            var ids = reader.ReadUtf8(header.KeyColumn, group);
            var values = reader.ReadRowGroup(group, [header.ValueColumn]).Doubles(header.ValueColumn);
            for (var i = 0; i < values.Length; i++, row++)
            {
                RequireRows(row);
                take(row, ids.Text.AsSpan(ids.Starts[i], ids.Starts[i + 1] - ids.Starts[i]), values[i]);
            }
        }
    }

    private static SubmissionHeader Header(string[] names)
    {
        var (header, refusal) = SubmissionHeader.Read(names, Format);
        return header ?? throw Refuse(refusal!.Code, refusal.Message);
    }

    private static void RequireRows(int row)
    {
        if (row >= ParquetLimits.Upload.Rows)
        {
            throw Refuse(SubmissionErrorCodes.File, $"The file has more than {ParquetLimits.Upload.Rows:N0} rows, the most that is read here.");
        }
    }

    private static DiagnosticsRefusedException Refuse(string code, string message) => new(new SubmissionRefusal(code, message));
}
