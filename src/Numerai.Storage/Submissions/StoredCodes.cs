using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Numerai.Storage.Submissions;

/// <summary>The stored form of rank codes: little-endian, two bytes each.</summary>
internal static class StoredCodes
{
    public const int Width = sizeof(ushort);

    public static byte[] Pack(ReadOnlySpan<ushort> codes)
    {
        var content = new byte[codes.Length * Width];
        CopyLittleEndian(codes, MemoryMarshal.Cast<byte, ushort>(content.AsSpan()));
        return content;
    }

    /// <summary>Reads the codes of one submission into its row of a block.</summary>
    /// <exception cref="InvalidDataException">There are more or fewer codes than the row is long.</exception>
    public static void Unpack(string submission, ReadOnlySpan<byte> content, Span<ushort> row)
    {
        if (content.Length != row.Length * Width)
        {
            throw new InvalidDataException(
                $"Submission {submission} has {content.Length / Width} rank codes, but {row.Length} were asked for: it is aligned to "
                    + "another universe.");
        }

        CopyLittleEndian(MemoryMarshal.Cast<byte, ushort>(content), row);
    }

    /// <summary>From the machine's byte order to little-endian or back, which is the same step.</summary>
    private static void CopyLittleEndian(ReadOnlySpan<ushort> from, Span<ushort> to)
    {
        if (BitConverter.IsLittleEndian)
        {
            from.CopyTo(to);
        }
        else
        {
            BinaryPrimitives.ReverseEndianness(from, to);
        }
    }
}
