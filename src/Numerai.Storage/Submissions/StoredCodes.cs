using System.Buffers.Binary;

namespace Numerai.Storage.Submissions;

/// <summary>The stored form of rank codes: little-endian, two bytes each where all fit, else four.</summary>
internal static class StoredCodes
{
    public static (int Width, byte[] Content) Pack(ReadOnlySpan<int> codes)
    {
        var width = 2;
        foreach (var code in codes)
        {
            if (code is < 0 or > ushort.MaxValue)
            {
                width = 4;
                break;
            }
        }

        var content = new byte[codes.Length * width];
        for (var row = 0; row < codes.Length; row++)
        {
            var place = content.AsSpan(row * width);
            if (width == 2)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(place, (ushort)codes[row]);
            }
            else
            {
                BinaryPrimitives.WriteInt32LittleEndian(place, codes[row]);
            }
        }

        return (width, content);
    }

    public static void Unpack(int width, ReadOnlySpan<byte> content, Span<int> codes)
    {
        for (var row = 0; row < codes.Length; row++)
        {
            var place = content[(row * width)..];
            codes[row] = width == 2 ? BinaryPrimitives.ReadUInt16LittleEndian(place) : BinaryPrimitives.ReadInt32LittleEndian(place);
        }
    }

    /// <summary>The fault of reading codes into a block of another height.</summary>
    public static InvalidDataException WrongRows(string submission, int stored, int asked) =>
        new($"Submission {submission} has {stored} rank codes, but {asked} were asked for: it is aligned to another universe.");
}
