using System.Text;

namespace Numerai.Data.Submissions;

/// <summary>UTF-8 text that grows, for parsers whose fields are not slices of the file.</summary>
internal sealed class TextBuffer(int capacity)
{
    private byte[] bytes = new byte[Math.Max(capacity, 256)];
    private int length;

    /// <summary>Adds a piece and says where it stands.</summary>
    public Slice Append(ReadOnlySpan<char> piece)
    {
        int most = Encoding.UTF8.GetMaxByteCount(piece.Length);
        if (bytes.Length - length < most)
        {
            Array.Resize(ref bytes, Math.Max(2 * bytes.Length, length + most));
        }

        Slice slice = new(length, Encoding.UTF8.GetBytes(piece, bytes.AsSpan(length)));
        length += slice.Length;
        return slice;
    }

    /// <summary>The text of a piece.</summary>
    public ReadOnlySpan<byte> this[Slice slice] => bytes.AsSpan(slice.Start, slice.Length);

    /// <summary>The buffer itself; its end is unused.</summary>
    public byte[] ToArray() => bytes;
}
