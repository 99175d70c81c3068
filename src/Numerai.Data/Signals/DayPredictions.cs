using System.Text;

namespace Numerai.Data.Signals;

/// <summary>The rows of one day of an uploaded signal, as they came: ids as bytes after one another, so that a long history takes little
/// more than its text.</summary>
internal sealed class DayPredictions
{
    private readonly List<double> _values = [];
    private readonly List<int> _rows = [];
    private readonly List<int> _ends = [];
    private byte[] _text = new byte[1024];

    public int Count => _values.Count;

    public ReadOnlySpan<byte> Key(int index) => _text.AsSpan(Start(index), _ends[index] - Start(index));

    public string KeyText(int index) => Encoding.UTF8.GetString(Key(index));

    public double Value(int index) => _values[index];

    /// <summary>Number of the row in the file, from 0.</summary>
    public int Row(int index) => _rows[index];

    public void Add(int row, ReadOnlySpan<byte> key, double value)
    {
        var start = Start(Count);
        if (start + key.Length > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(2 * _text.Length, start + key.Length));
        }

        key.CopyTo(_text.AsSpan(start));
        _ends.Add(start + key.Length);
        _values.Add(value);
        _rows.Add(row);
    }

    private int Start(int index) => index == 0 ? 0 : _ends[index - 1];
}
