namespace Numerai.Data.Tables;

/// <summary>One named column of a <see cref="Table"/>. Values lie in one contiguous array, so kernels read them as a span.</summary>
public abstract class TableColumn
{
    private protected TableColumn(string name, ColumnType type, int length, bool[]? missing)
    {
        if (missing is not null && missing.Length != length)
        {
            throw new ArgumentException($"The missing mask of column '{name}' has {missing.Length} entries for {length} values.",
                nameof(missing));
        }

        Name = name;
        Type = type;
        Length = length;
        Missing = missing;
    }

    public string Name { get; }

    public ColumnType Type { get; }

    /// <summary>Number of rows.</summary>
    public int Length { get; }

    /// <summary>
    /// True where a value is missing, or <see langword="null"/> when none is. Text marks a missing value as <see langword="null"/> and
    /// floats as NaN as well; other types hold their default there.
    /// </summary>
    public bool[]? Missing { get; }

    public ColumnSchema Schema => new(Name, Type);

    /// <summary>The type that stands for a .NET type.</summary>
    /// <exception cref="ArgumentException">The .NET type has no column type.</exception>
    public static ColumnType TypeOf<T>() => typeof(T) switch
    {
        var t when t == typeof(string) => ColumnType.Text,
        var t when t == typeof(sbyte) => ColumnType.Int8,
        var t when t == typeof(int) => ColumnType.Int32,
        var t when t == typeof(long) => ColumnType.Int64,
        var t when t == typeof(float) => ColumnType.Float32,
        var t when t == typeof(double) => ColumnType.Float64,
        var t when t == typeof(bool) => ColumnType.Boolean,
        var t when t == typeof(DateOnly) => ColumnType.Date,
        var t when t == typeof(DateTime) => ColumnType.Timestamp,
        var t => throw new ArgumentException($"A table cannot hold values of type {t}."),
    };

    /// <summary>The same values under another name; nothing is copied.</summary>
    public abstract TableColumn Rename(string name);

    /// <summary>A new column with the given rows in the given order.</summary>
    public abstract TableColumn Take(ReadOnlySpan<int> rows);

    /// <summary>A new column with the values of all parts, in order. Every part must have this column's type.</summary>
    internal abstract TableColumn Concat(IReadOnlyList<TableColumn> parts);
}
