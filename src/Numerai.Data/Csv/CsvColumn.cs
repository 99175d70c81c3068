using System.Globalization;
using Numerai.Data.Tables;

namespace Numerai.Data.Csv;

/// <summary>Collects the cells of one CSV column into a typed column.</summary>
internal abstract class CsvColumn
{
    public abstract void Add(ReadOnlySpan<char> cell, string file, int row);

    public abstract TableColumn Build();

    public static CsvColumn Of(string name, ColumnType type) => type switch
    {
        ColumnType.Text => new Typed<string>(name, (ReadOnlySpan<char> cell, out string value) => (value = cell.ToString()) is not null),
        ColumnType.Int8 => new Typed<sbyte>(name, (ReadOnlySpan<char> cell, out sbyte value) =>
            sbyte.TryParse(cell, NumberStyles.Integer, CultureInfo.InvariantCulture, out value)),
        ColumnType.Int32 => new Typed<int>(name, (ReadOnlySpan<char> cell, out int value) =>
            int.TryParse(cell, NumberStyles.Integer, CultureInfo.InvariantCulture, out value)),
        ColumnType.Int64 => new Typed<long>(name, (ReadOnlySpan<char> cell, out long value) =>
            long.TryParse(cell, NumberStyles.Integer, CultureInfo.InvariantCulture, out value)),
        ColumnType.Float32 => new Typed<float>(name, (ReadOnlySpan<char> cell, out float value) =>
            float.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out value), float.NaN),
        ColumnType.Float64 => new Typed<double>(name, (ReadOnlySpan<char> cell, out double value) =>
            double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out value), double.NaN),
        ColumnType.Boolean => new Typed<bool>(name, bool.TryParse),
        ColumnType.Date => new Typed<DateOnly>(name, (ReadOnlySpan<char> cell, out DateOnly value) =>
            DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value)),
        ColumnType.Timestamp => new Typed<DateTime>(name, (ReadOnlySpan<char> cell, out DateTime value) =>
            DateTime.TryParse(cell, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal,
                out value)),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    private delegate bool Parse<T>(ReadOnlySpan<char> cell, out T value);

    private sealed class Typed<T>(string name, Parse<T> parse, T? absent = default) : CsvColumn
    {
        private readonly List<T> _values = [];
        private readonly List<int> _missing = [];

        public override void Add(ReadOnlySpan<char> cell, string file, int row)
        {
            if (cell.IsEmpty)
            {
                _missing.Add(_values.Count);
                _values.Add(absent!);
            }
            else if (parse(cell, out var value))
            {
                _values.Add(value);
            }
            else
            {
                throw new DataFormatException(DataErrorCodes.CsvMalformed,
                    $"Row {row}, column '{name}' of file '{file}' reads '{cell}', which is not a value of type {TableColumn.TypeOf<T>()}.");
            }
        }

        public override TableColumn Build()
        {
            var missing = _missing.Count == 0 ? null : new bool[_values.Count];
            foreach (var row in _missing)
            {
                missing![row] = true;
            }

            return new TableColumn<T>(name, [.. _values], missing);
        }
    }
}
