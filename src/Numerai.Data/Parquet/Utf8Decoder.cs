using ParquetSharp;

namespace Numerai.Data.Parquet;

/// <summary>
/// Gathers text columns as bytes. Bytes are counted before they are copied: a dictionary lets a tiny file repeat one huge value a million
/// times.
/// </summary>
internal sealed class Utf8Decoder(string name, ParquetLimits limits)
{
    private const int BatchRows = 4096;
    private const int ExpectedLength = 16;
    private readonly ByteArray[] batch = new ByteArray[BatchRows];
    private readonly short[] levels = new short[BatchRows];
    private byte[] text = [];
    private int[] starts = [0];
    private int rows;
    private int length;

    /// <summary>Appends the rows of one column chunk.</summary>
    public void Append(ColumnReader<ByteArray> column, int rowsOfGroup)
    {
        bool optional = column.ColumnDescriptor.MaxDefinitionLevel > 0;
        int end = rows + rowsOfGroup;
        Array.Resize(ref starts, end + 1);
        Reserve(rowsOfGroup * ExpectedLength);
        while (rows < end && column.HasNext)
        {
            long read = column.ReadBatch(Math.Min(BatchRows, end - rows), optional ? levels : [], [], batch, out long present);
            int count = (int)(optional ? read : present);
            if (count == 0)
            {
                break;
            }

            Copy(count, optional);
        }

        if (rows != end)
        {
            throw new EndOfStreamException($"column '{name}' ends {end - rows} values early");
        }
    }

    public Utf8Column ToColumn() => new(text, starts);

    private void Copy(int count, bool optional)
    {
        int next = 0;
        for (int row = 0; row < count; row++)
        {
            if (!optional || levels[row] != 0)
            {
                ByteArray value = batch[next++];
                Reserve(value.Length);
                unsafe
                {
                    new ReadOnlySpan<byte>((void*)value.Pointer, value.Length).CopyTo(text.AsSpan(length));
                }

                length += value.Length;
            }

            starts[++rows] = length;
        }
    }

    private void Reserve(int more)
    {
        if (length + (long)more > Math.Min(limits.TextBytes, Array.MaxLength))
        {
            throw new DataFormatException(
                DataErrorCodes.FileTooLarge, $"Column '{name}' holds more than {limits.TextBytes:N0} bytes of text.");
        }

        if (text.Length < length + more)
        {
            // Everything up to the length is copied and the rest is overwritten before it is read, so it need not be cleared.
            byte[] larger = GC.AllocateUninitializedArray<byte>(Math.Max(2 * text.Length, length + more));
            text.AsSpan(0, length).CopyTo(larger);
            text = larger;
        }
    }
}
