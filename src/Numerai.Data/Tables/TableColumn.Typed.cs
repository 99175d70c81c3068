namespace Numerai.Data.Tables;

/// <summary>A column of values of one type.</summary>
/// <typeparam name="T">string, sbyte, int, long, float, double, bool, <see cref="DateOnly"/> or <see cref="DateTime"/> (UTC).</typeparam>
public sealed class TableColumn<T>(string name, T[] values, bool[]? missing = null)
    : TableColumn(name, TypeOf<T>(), values.Length, missing)
{
    /// <summary>The values, one a row; not copied, so treat it as read-only.</summary>
    public T[] Values { get; } = values;

    public override TableColumn Rename(string name) => new TableColumn<T>(name, Values, Missing);

    public override TableColumn Take(ReadOnlySpan<int> rows)
    {
        var taken = new T[rows.Length];
        var missing = Missing is null ? null : new bool[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            taken[i] = Values[rows[i]];
            if (missing is not null)
            {
                missing[i] = Missing![rows[i]];
            }
        }

        return new TableColumn<T>(Name, taken, missing);
    }

    internal override TableColumn Concat(IReadOnlyList<TableColumn> parts)
    {
        var length = parts.Sum(part => part.Length);
        var values = new T[length];
        var missing = parts.Any(part => part.Missing is not null) ? new bool[length] : null;
        var at = 0;
        foreach (var part in parts)
        {
            ((TableColumn<T>)part).Values.CopyTo(values, at);
            part.Missing?.CopyTo(missing!, at);
            at += part.Length;
        }

        return new TableColumn<T>(Name, values, missing);
    }
}
