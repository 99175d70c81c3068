using System.Numerics;
using System.Text;
using Numerai.Data.Parquet;
using Numerai.Data.Submissions;

namespace Numerai.Data.Diagnostics;

/// <summary>
/// Where each id stands in the validation files, found by its bytes. Takes about 50 bytes a row and nothing for what is looked up.
/// </summary>
internal sealed class ValidationRows
{
    private readonly byte[] _text;
    private readonly int[] _starts;
    private readonly int[] _slots;

    private ValidationRows(byte[] text, int[] starts)
    {
        _text = text;
        _starts = starts;
        _slots = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(2 * Count, 4))];
        Array.Fill(_slots, -1);
        for (var row = 0; row < Count; row++)
        {
            var place = Place(Id(row));
            if (_slots[place] >= 0)
            {
                throw new DataFormatException(DataErrorCodes.UniverseDuplicate,
                    $"The validation data has the id '{Text(row)}' twice, in rows {_slots[place] + 1} and {row + 1}.");
            }

            _slots[place] = row;
        }
    }

    public int Count => _starts.Length - 1;

    public static ValidationRows Read(IReadOnlyList<ValidationPart> parts)
    {
        List<Utf8Column> columns = parts.Select(part =>
        {
            using var reader = ParquetReader.Open(part.Validation);
            return reader.ReadUtf8("id");
        }).ToList();
        if (columns.Count == 1)
        {
            return new ValidationRows(columns[0].Text, columns[0].Starts);
        }

        using var text = new MemoryStream();
        var starts = new List<int>(columns.Sum(column => column.Starts.Length)) { 0 };
        foreach (var column in columns)
        {
            var before = checked((int)text.Length);
            text.Write(column.Text.AsSpan(0, column.Starts[^1]));
            starts.AddRange(column.Starts.Skip(1).Select(start => start + before));
        }

        return new ValidationRows(text.ToArray(), [.. starts]);
    }

    /// <summary>
    /// The row of an id, or -1. Files mostly come in the order of the data, so the row after the last one is tried first.
    /// </summary>
    public int Find(ReadOnlySpan<byte> id, int likely) =>
        (uint)likely < (uint)Count && Id(likely).SequenceEqual(id) ? likely : _slots[Place(id)];

    public string Text(int row) => Encoding.UTF8.GetString(Id(row));

    private ReadOnlySpan<byte> Id(int row) => _text.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);

    /// <summary>Where the id is, or where it would go.</summary>
    private int Place(ReadOnlySpan<byte> id)
    {
        var mask = _slots.Length - 1;
        var place = (int)(KeyHash.Of(id) & (uint)mask);
        while (_slots[place] >= 0 && !Id(_slots[place]).SequenceEqual(id))
        {
            place = (place + 1) & mask;
        }

        return place;
    }
}
