namespace Numerai.Data.Tables;

/// <summary>
/// A flat table in memory, column by column. Immutable in its shape: every column has <see cref="RowCount"/> rows and a unique name.
/// </summary>
public sealed class Table
{
    private readonly Dictionary<string, TableColumn> _byName;

    /// <exception cref="DataFormatException">Columns of different lengths (<c>table_ragged</c>) or of one name
    /// (<c>column_duplicate</c>).</exception>
    public Table(IReadOnlyList<TableColumn> columns, IReadOnlyDictionary<string, string>? metadata = null)
    {
        Columns = columns;
        Metadata = metadata ?? new Dictionary<string, string>();
        RowCount = columns.Count == 0 ? 0 : columns[0].Length;
        _byName = new Dictionary<string, TableColumn>(columns.Count, StringComparer.Ordinal);
        foreach (var column in columns)
        {
            if (column.Length != RowCount)
            {
                throw new DataFormatException(DataErrorCodes.TableRagged,
                    $"Column '{column.Name}' has {column.Length} rows, but '{columns[0].Name}' has {RowCount}.");
            }

            if (!_byName.TryAdd(column.Name, column))
            {
                throw new DataFormatException(DataErrorCodes.ColumnDuplicate, $"There are two columns named '{column.Name}'.");
            }
        }
    }

    public IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>Key-value pairs of the file the table came from or goes to; empty when there are none.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    public int RowCount { get; }

    public bool Has(string name) => _byName.ContainsKey(name);

    /// <summary>The column of that name.</summary>
    /// <exception cref="DataFormatException"><c>column_missing</c>, naming the columns that are there.</exception>
    public TableColumn this[string name] => _byName.TryGetValue(name, out var column)
        ? column
        : throw new DataFormatException(DataErrorCodes.ColumnMissing, $"There is no column '{name}'; the table has {Names(Columns)}.");

    /// <summary>The values of a column of a known type; missing values as <see cref="TableColumn.Missing"/> says.</summary>
    /// <exception cref="DataFormatException"><c>column_missing</c> or <c>column_wrong_type</c>.</exception>
    public T[] Values<T>(string name) => this[name] is TableColumn<T> typed
        ? typed.Values
        : throw new DataFormatException(DataErrorCodes.ColumnWrongType,
            $"Column '{name}' holds {this[name].Type}, but {TableColumn.TypeOf<T>()} is needed.");

    /// <summary>A numeric column widened to double; a missing value is NaN. A column of which every cell is missing has no type of its
    /// own and counts as one.</summary>
    /// <exception cref="DataFormatException"><c>column_missing</c>, or <c>column_wrong_type</c> for text, dates and booleans.</exception>
    public double[] Doubles(string name)
    {
        var column = this[name];
        var values = column switch
        {
            TableColumn<double> c => (double[])c.Values.Clone(),
            TableColumn<float> c => Array.ConvertAll(c.Values, v => (double)v),
            TableColumn<sbyte> c => Array.ConvertAll(c.Values, v => (double)v),
            TableColumn<int> c => Array.ConvertAll(c.Values, v => (double)v),
            TableColumn<long> c => Array.ConvertAll(c.Values, v => (double)v),
            TableColumn<string> { Length: > 0, Missing: { } absent } when Array.TrueForAll(absent, one => one) => new double[column.Length],
            _ => throw new DataFormatException(DataErrorCodes.ColumnWrongType,
                $"Column '{name}' holds {column.Type}, but numbers are needed."),
        };
        for (var i = 0; column.Missing is not null && i < values.Length; i++)
        {
            values[i] = column.Missing[i] ? double.NaN : values[i];
        }

        return values;
    }

    /// <summary>The given rows in the given order.</summary>
    public Table Take(ReadOnlySpan<int> rows)
    {
        var columns = new TableColumn[Columns.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = Columns[i].Take(rows);
        }

        return new Table(columns, Metadata);
    }

    /// <summary>Tables of one schema, one below the other. Metadata is the first one's.</summary>
    /// <exception cref="ArgumentException">No table at all.</exception>
    /// <exception cref="DataFormatException">A table lacks a column of the first or holds another type in it.</exception>
    public static Table Concat(IReadOnlyList<Table> tables)
    {
        ArgumentOutOfRangeException.ThrowIfZero(tables.Count);
        if (tables.Count == 1)
        {
            return tables[0];
        }

        var columns = tables[0].Columns.Select(first =>
        {
            var parts = tables.Select(table => table[first.Name]).ToList();
            return parts.Find(part => part.Type != first.Type) is { } other
                ? throw new DataFormatException(DataErrorCodes.ColumnWrongType,
                    $"Column '{first.Name}' is {first.Type} in one part and {other.Type} in another.")
                : first.Concat(parts);
        });
        return new Table(columns.ToList(), tables[0].Metadata);
    }

    private static string Names(IReadOnlyList<TableColumn> columns) =>
        columns.Count == 0 ? "no columns" : string.Join(", ", columns.Take(8).Select(c => $"'{c.Name}'"))
        + (columns.Count > 8 ? $" and {columns.Count - 8} more" : "");
}
