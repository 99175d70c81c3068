using System.Globalization;
using System.IO.Compression;
using System.Text;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;

namespace Numerai.Web.Tests.Support;

/// <summary>Files that must be refused, by name, with their code.</summary>
internal static class BadPredictions
{
    private const string File = "invalid_submission_file";
    private const string Headers = "invalid_submission_headers";
    private const string Ids = "invalid_submission_ids";
    private const string Values = "invalid_submission_values";

    public static IReadOnlyDictionary<string, (string Code, Func<byte[]> Content)> All { get; } =
        new Dictionary<string, (string Code, Func<byte[]> Content)>
        {
            ["wrong header of the ids"] = (Headers, Text("name,prediction", row => $"{LiveFiles.Ids[row]},{Value(row)}")),
            ["wrong header of the values"] = (Headers, Text("id,guess", row => $"{LiveFiles.Ids[row]},{Value(row)}")),
            ["columns in the wrong order"] = (Headers, Text("prediction,id", row => $"{Value(row)},{LiveFiles.Ids[row]}")),
            ["no header"] = (Headers, () => Encoding.UTF8.GetBytes(LiveFiles.Csv("x", row => $"{LiveFiles.Ids[row]},{Value(row)}")[2..])),
            ["a missing id"] = (Ids, Text("id,prediction", row => row == 7 ? string.Empty : $"{LiveFiles.Ids[row]},{Value(row)}")),
            ["a repeated id"] = (Ids, Text("id,prediction", row => $"{LiveFiles.Ids[row == 7 ? 6 : row]},{Value(row)}")),
            ["only unknown ids"] = (Ids, Text("id,prediction", row => $"stranger{row},{Value(row)}")),
            [
                "one id replaced by an unknown one"] = (Ids,
                Text("id,prediction", row => $"{(row == 7 ? "stranger" : LiveFiles.Ids[row])},{Value(row)}")),
            ["a NaN"] = (Values, Text("id,prediction", row => $"{LiveFiles.Ids[row]},{(row == 7 ? "NaN" : Value(row))}")),
            ["an empty value"] = (Values, Text("id,prediction", row => $"{LiveFiles.Ids[row]},{(row == 7 ? string.Empty : Value(row))}")),
            ["a word for a value"] = (Values, Text("id,prediction", row => $"{LiveFiles.Ids[row]},{(row == 7 ? "high" : Value(row))}")),
            ["a value above one"] = (Values, Text("id,prediction", row => $"{LiveFiles.Ids[row]},{(row == 7 ? "1.01" : Value(row))}")),
            ["a value below zero"] = (Values, Text("id,prediction", row => $"{LiveFiles.Ids[row]},{(row == 7 ? "-0.01" : Value(row))}")),
            ["an infinite value"] = (Values, Text("id,prediction", row => $"{LiveFiles.Ids[row]},{(row == 7 ? "inf" : Value(row))}")),
            ["a constant column"] = (Values, Text("id,prediction", row => $"{LiveFiles.Ids[row]},0.5")),
            ["a NaN in Parquet"] = (Values, () => Parquet(row => row == 7 ? double.NaN : (row + 1) / 100.0)),
            ["a truncated Parquet file"] = (File, () => Parquet(row => (row + 1) / 100.0)[..^40]),
            ["a truncated gzip file"] = (File, () => Gzip(Encoding.UTF8.GetBytes(LiveFiles.Predictions()))[..^20]),
            ["a gzip bomb"] = (File, GzipBomb),
            ["a picture"] = (File, () => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1]),
            ["a header alone"] = (Ids, () => "id,prediction\n"u8.ToArray()),
        };

    private static Func<byte[]> Text(string header, Func<int, string> line) => () => Encoding.UTF8.GetBytes(LiveFiles.Csv(header, line));

    private static string Value(int row) => ((row + 1) / 100.0).ToString(CultureInfo.InvariantCulture);

    private static byte[] Parquet(Func<int, double> value)
    {
        using var stream = new MemoryStream();
        ParquetFile.Write(stream, new Table(
        [
            new TableColumn<string>("id", LiveFiles.Ids),
            new TableColumn<double>("prediction", [.. LiveFiles.Ids.Select((_, row) => value(row))]),
        ]));
        return stream.ToArray();
    }

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    /// <summary>A few MB that unpack to 2 GiB of a CSV that never ends.</summary>
    private static byte[] GzipBomb()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write("id,prediction\n"u8);
            var zeros = new byte[1 << 20];
            for (var block = 0; block < 2048; block++)
            {
                gzip.Write(zeros);
            }
        }

        return packed.ToArray();
    }
}
