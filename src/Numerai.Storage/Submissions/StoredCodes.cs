using System.Buffers.Binary;

namespace Numerai.Storage.Submissions;

/// <summary>The stored form of rank codes: little-endian, two bytes each.</summary>
internal static class StoredCodes
{
    public const int Width = sizeof(ushort);

    public static byte[] Pack(ReadOnlySpan<ushort> codes)
    {
        var content = new byte[codes.Length * Width];
        for (var row = 0; row < codes.Length; row++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(content.AsSpan(row * Width), codes[row]);
        }

        return content;
    }

    /// <summary>Reads the codes of one submission into its row of a block.</summary>
    /// <exception cref="InvalidDataException">There are more or fewer codes than the row is long.</exception>
    public static void Unpack(string submission, ReadOnlySpan<byte> content, Span<ushort> row)
    {
        if (content.Length != row.Length * Width)
        {
            throw new InvalidDataException(
                $"Submission {submission} has {content.Length / Width} rank codes, but {row.Length} were asked for: it is aligned to another universe.");
        }

        for (var place = 0; place < row.Length; place++)
        {
            row[place] = BinaryPrimitives.ReadUInt16LittleEndian(content[(place * Width)..]);
        }
    }
}
