using System.IO.Compression;

namespace Numerai.Data.Submissions;

/// <summary>Tells what an uploaded file is by its first bytes and unpacks gzip, never beyond the size a tournament accepts.</summary>
internal static class SubmissionFile
{
    private static ReadOnlySpan<byte> GzipMagic => [0x1f, 0x8b];

    /// <summary>The plain content of a file: itself, or what its gzip wrapping holds.</summary>
    public static (ReadOnlyMemory<byte> Content, SubmissionRefusal? Refusal) Unpack(ReadOnlyMemory<byte> file, int maximumBytes)
    {
        if (!file.Span.StartsWith(GzipMagic))
        {
            return (file, CheckPlain(file.Span, maximumBytes));
        }

        try
        {
            byte[]? content = Inflate(file, maximumBytes);
            return content is null
                ? (default, Refuse($"The file unpacks to more than {maximumBytes:N0} bytes, the most that is accepted."))
                : (content, CheckPlain(content, maximumBytes));
        }
        catch (InvalidDataException)
        {
            return (default, Refuse("The gzip file is damaged or cut short; upload it again."));
        }
    }

    /// <summary>Whether a file is Parquet.</summary>
    public static bool IsParquet(ReadOnlySpan<byte> content) => content.StartsWith("PAR1"u8);

    private static SubmissionRefusal? CheckPlain(ReadOnlySpan<byte> content, int maximumBytes) => content switch
    {
        { IsEmpty: true } => Refuse("The file is empty; upload a CSV or Parquet file with an id and a prediction column."),
        { Length: int length } when length > maximumBytes =>
            Refuse($"The file has {content.Length:N0} bytes; at most {maximumBytes:N0} are accepted."),
        _ when IsParquet(content) => null,
        _ when content.StartsWith(GzipMagic) => Refuse("The file is gzip inside gzip; pack it once."),
        _ when content.StartsWith("PK"u8) => Refuse("The file is a zip archive; upload the CSV or Parquet file itself, plain or gzipped."),
        _ when content.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe]) || content.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff]) =>
            Refuse("The file is UTF-16 text; save the CSV as UTF-8."),
        _ when content.Contains((byte)0) => Refuse("The file is neither CSV text nor Parquet: it holds zero bytes."),
        _ => null,
    };

    private static byte[]? Inflate(ReadOnlyMemory<byte> file, int maximumBytes)
    {
        using MemoryStream source = new(file.ToArray(), writable: false);
        using GZipStream gzip = new(source, CompressionMode.Decompress);
        using MemoryStream content = new(Math.Min(maximumBytes, Math.Max(4 * file.Length, 1024)));
        byte[] buffer = new byte[64 << 10];
        for (int read = gzip.Read(buffer); read > 0; read = gzip.Read(buffer))
        {
            if (content.Length + read > maximumBytes)
            {
                return null;
            }

            content.Write(buffer, 0, read);
        }

        byte[] unpacked = content.ToArray();
        RequireTrailer(file.Span, unpacked.Length);
        return unpacked;
    }

    /// <summary>
    /// A gzip file ends with the length of its content; the library does not mind a file cut off between blocks, so it is checked here.
    /// </summary>
    private static void RequireTrailer(ReadOnlySpan<byte> file, int length)
    {
        const int smallestFile = 18;
        bool intact = file.Length >= smallestFile
            && System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(file[^4..]) is uint declared
            && declared <= (uint)length
            && (declared == (uint)length || CountMembers(file) > 1);
        if (!intact)
        {
            throw new InvalidDataException("The length in the trailer differs from the content.");
        }
    }

    /// <summary>At least the number of gzip members; a file may hold several, and only the last one's length stands at the end.</summary>
    private static int CountMembers(ReadOnlySpan<byte> file)
    {
        int members = 0;
        for (int at = file.IndexOf((ReadOnlySpan<byte>)[0x1f, 0x8b, 0x08]); at >= 0; at = file.IndexOf((ReadOnlySpan<byte>)[0x1f, 0x8b,
            0x08]))
        {
            members++;
            file = file[(at + 3)..];
        }

        return members;
    }

    private static SubmissionRefusal Refuse(string message) => new(SubmissionErrorCodes.File, message);
}
