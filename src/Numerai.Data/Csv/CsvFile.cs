using System.IO.Compression;
using Sylvan.Data.Csv;

namespace Numerai.Data.Csv;

/// <summary>Opens CSV text: UTF-8, comma, one header row, plain or gzip (told by the first two bytes, not by the name).</summary>
internal static class CsvFile
{
    private const int LineBytes = 1 << 22;

    /// <exception cref="DataFormatException"><c>file_unreadable</c>, or <c>csv_malformed</c> when there is no header.</exception>
    public static CsvDataReader Open(string path)
    {
        FileStream file;
        try
        {
            file = File.OpenRead(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataFormatException(DataErrorCodes.FileUnreadable, $"File '{path}' cannot be read: {error.Message}", error);
        }

        return Open(file, Path.GetFileName(path));
    }

    /// <summary>Takes a seekable stream over; it is closed with the reader.</summary>
    public static CsvDataReader Open(Stream stream, string name)
    {
        var first = stream.ReadByte();
        var second = stream.ReadByte();
        stream.Position = 0;
        return OpenPlain(first == 0x1f && second == 0x8b ? new GZipStream(stream, CompressionMode.Decompress) : stream, name);
    }

    /// <summary>Takes over a stream of text that need not be seekable.</summary>
    public static CsvDataReader OpenPlain(Stream plain, string name) =>
        Guard(name, () => CsvDataReader.Create(new StreamReader(plain), new CsvDataReaderOptions
        {
            BufferSize = 1 << 16,
            MaxBufferSize = LineBytes,
            OwnsReader = true,
        }));

    /// <summary>Runs a reading step and names the file when it fails.</summary>
    public static T Guard<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error)
            when (error is CsvFormatException or CsvMissingHeadersException or CsvRecordTooLargeException or InvalidDataException)
        {
            throw new DataFormatException(DataErrorCodes.CsvMalformed,
                $"File '{name}' is not well-formed CSV with one header row: {error.Message}", error);
        }
    }
}
