using System.Runtime.InteropServices;
using System.Text;
using Numerai.Data.Tables;
using ParquetSharp;

namespace Numerai.Data.Parquet;

/// <summary>
/// Decodes text in small batches and counts its bytes: a dictionary lets a tiny file repeat one huge value a million times. A value equal
/// to the one before it shares its string, which keeps sorted columns such as <c>era</c> small.
/// </summary>
internal static class TextDecoder
{
    private const int BatchRows = 4096;
    private static readonly UTF8Encoding Strict = new(false, true);

    public static TableColumn<string> Read(ColumnReader<ByteArray> column, string name, int rows, ParquetLimits limits)
    {
        var optional = column.ColumnDescriptor.MaxDefinitionLevel > 0;
        var values = new string[rows];
        var batch = new ByteArray[Math.Min(rows, BatchRows)];
        var levels = optional ? new short[batch.Length] : [];
        bool[]? missing = null;
        var state = new Repeats(limits.TextBytes, name);
        var row = 0;
        while (row < rows && column.HasNext)
        {
            var wanted = Math.Min(batch.Length, rows - row);
            var read = column.ReadBatch(wanted, levels, [], batch, out var present);
            var count = (int)(optional ? read : present);
            if (count == 0)
            {
                break;
            }

            for (int i = 0, next = 0; i < count; i++, row++)
            {
                if (optional && levels[i] == 0)
                {
                    missing ??= new bool[rows];
                    missing[row] = true;
                    values[row] = null!;
                }
                else
                {
                    values[row] = state.Next(batch[next++]);
                }
            }
        }

        return row == rows
            ? new TableColumn<string>(name, values, missing)
            : throw new EndOfStreamException($"column '{name}' holds {row} values where its row group has {rows} rows");
    }

    private sealed class Repeats(long budget, string column)
    {
        private byte[] _last = [];
        private byte[] _now = [];
        private int _length = -1;
        private string _text = "";
        private long _bytes;

        public string Next(ByteArray value)
        {
            _bytes += value.Length;
            if (_bytes > budget)
            {
                throw new DataFormatException(DataErrorCodes.FileTooLarge,
                    $"Column '{column}' holds more than {budget:N0} bytes of text in one row group.");
            }

            if (_now.Length < value.Length)
            {
                _now = new byte[value.Length];
            }

            if (value.Length > 0)
            {
                Marshal.Copy(value.Pointer, _now, 0, value.Length);
            }

            if (value.Length != _length || !_now.AsSpan(0, value.Length).SequenceEqual(_last.AsSpan(0, value.Length)))
            {
                _text = Strict.GetString(_now, 0, value.Length);
                _length = value.Length;
                (_last, _now) = (_now, _last);
            }

            return _text;
        }
    }
}
