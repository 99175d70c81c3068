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

    /// <summary>
    /// Takes one row: its number from 0, its id, its day where the format asks for one, and its value; a missing value is NaN.
    /// </summary>
    public delegate void Taker(int row, ReadOnlySpan<byte> id, DateOnly date, double value);

    /// <summary>Takes the header before the first row, or throws the refusal.</summary>
    private delegate SubmissionHeader Beginner(SubmissionHeader? header, SubmissionRefusal? refusal);

    /// <param name="path">The file.</param>
    /// <param name="format">Columns it may have.</param>
    /// <param name="begin">Called with the header before the first row.</param>
    /// <param name="take">Called for every row.</param>
    /// <exception cref="DiagnosticsRefusedException">The file is none, its columns are wrong, or a value is no number or day.</exception>
    public static void Read(string path, SubmissionFormat format, Action<SubmissionHeader> begin, Taker take)
    {
        using var file = File.OpenRead(path);
        try
        {
            Read(file, format, Begin, take);
        }
        catch (DataFormatException error)
        {
            throw Refuse(SubmissionErrorCodes.File, SubmissionText.OneLine(error.Message));
        }
        catch (InvalidDataException)
        {
            throw Refuse(SubmissionErrorCodes.File, "The gzip file is damaged or cut short; upload it again.");
        }

        SubmissionHeader Begin(SubmissionHeader? header, SubmissionRefusal? refusal)
        {
            begin(header ?? throw Refuse(refusal!.Code, refusal.Message));
            return header;
        }
    }

    private static void Read(FileStream file, SubmissionFormat format, Beginner begin, Taker take)
    {
        Span<byte> start = stackalloc byte[4];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        switch (start[..read])
        {
            case []:
                throw Refuse(
                    SubmissionErrorCodes.File, "The file is empty; upload a CSV or Parquet file with an id and a prediction column.");
            case [0x1f, 0x8b, ..]:
                ReadCsv(new GZipStream(file, CompressionMode.Decompress), format, begin, take);
                break;
            case [.. var magic] when magic.SequenceEqual("PAR1"u8):
                ReadParquet(file, format, begin, take);
                break;
            default:
                ReadCsv(file, format, begin, take);
                break;
        }
    }

    private static void ReadCsv(Stream content, SubmissionFormat format, Beginner begin, Taker take)
    {
        using var csv = CsvFile.OpenPlain(new BoundedStream(content, LongestText), "predictions");
        var (found, refusal) = SubmissionHeader.Read([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetName)], format);
        var header = begin(found, refusal);
        var id = new byte[256];
        for (var row = 0; CsvFile.Guard("predictions", csv.Read); row++)
        {
            RequireRows(row);
            if (csv.RowFieldCount != csv.FieldCount)
            {
                throw Refuse(
                    SubmissionErrorCodes.File,
                    $"Row {row + 1} has {csv.RowFieldCount} fields where the header names {csv.FieldCount} columns.");
            }

            var text = csv.GetFieldSpan(header.KeyIndex);
            var length = Encoding.UTF8.GetByteCount(text) <= id.Length ? Encoding.UTF8.GetBytes(text, id) : id.Length;
            var date = header.DateColumn is { } column ? UploadDates.Of(csv.GetFieldSpan(header.DateIndex), column, row) : default;
            take(row, id.AsSpan(0, length), date, Number(csv, header, row));
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

    private static void ReadParquet(Stream file, SubmissionFormat format, Beginner begin, Taker take)
    {
        using var reader = ParquetReader.Open(file, "predictions", ParquetLimits.Upload);
        var (found, refusal) = ParquetHeader.Read(reader, format);
        var header = begin(found, refusal);
        var row = 0;
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            var ids = reader.ReadUtf8(header.KeyColumn, group);
            var values = reader.ReadRowGroup(group, [header.ValueColumn]).Doubles(header.ValueColumn);
            var dates = header.DateColumn is { } column ? UploadDates.Of(reader.ReadRowGroup(group, [column])[column], row) : null;
            for (var i = 0; i < values.Length; i++, row++)
            {
                RequireRows(row);
                take(row, ids.Text.AsSpan(ids.Starts[i], ids.Starts[i + 1] - ids.Starts[i]), dates is null ? default : dates[i], values[i]);
            }
        }
    }

    private static void RequireRows(int row)
    {
        if (row >= ParquetLimits.Upload.Rows)
        {
            throw Refuse(
                SubmissionErrorCodes.File, $"The file has more than {ParquetLimits.Upload.Rows:N0} rows, the most that is read here.");
        }
    }

    private static DiagnosticsRefusedException Refuse(string code, string message) => new(new SubmissionRefusal(code, message));
}
