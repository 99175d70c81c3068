namespace Numerai.Client.Datasets;

/// <summary>
/// The rows of one era, column by column: every span has <see cref="RowCount"/> values in the order of <see cref="Ids"/>.
/// </summary>
public sealed class DatasetEra
{
    /// <summary>What stands for a bin that is missing; as a float it is NaN.</summary>
    public const sbyte MissingBin = sbyte.MinValue;

    private readonly Dictionary<string, Array> _columns;

    internal DatasetEra(
        string era, string[] ids, IReadOnlyList<string> features, IReadOnlyList<string> targets, Dictionary<string, Array> columns)
    {
        (Era, Ids, Features, Targets, _columns) = (era, ids, features, targets, columns);
    }

    /// <summary>Such as "0123"; "X" in a live file; a day in Signals and Crypto.</summary>
    public string Era { get; }

    public IReadOnlyList<string> Ids { get; }

    public int RowCount => Ids.Count;

    /// <summary>The features that were selected, in that order.</summary>
    public IReadOnlyList<string> Features { get; }

    /// <summary>The targets that were selected, in that order.</summary>
    public IReadOnlyList<string> Targets { get; }

    /// <summary>A feature as the bins of the file: 0 to 4, or <see cref="MissingBin"/>.</summary>
    /// <exception cref="DatasetException">column_missing; column_wrong_type when the file holds it as other numbers.</exception>
    public ReadOnlySpan<sbyte> Bins(string feature) => Column(feature) as sbyte[] ?? throw new DatasetException(
        DatasetException.ColumnWrongType, $"Column '{feature}' does not hold bins; ask for it as numbers.");

    /// <summary>A feature or target as numbers; a missing value is NaN. Bins are converted at each call.</summary>
    /// <exception cref="DatasetException">column_missing.</exception>
    public ReadOnlySpan<float> Values(string column)
    {
        if (Column(column) is float[] numbers)
        {
            return numbers;
        }

        var converted = new float[RowCount];
        CopyTo(column, converted, 1);
        return converted;
    }

    /// <summary>
    /// All selected features, row after row: value of row r and feature f at r * Features.Count + f; a missing one is NaN.
    /// </summary>
    public float[] ToMatrix()
    {
        var matrix = new float[checked(RowCount * Features.Count)];
        for (var feature = 0; feature < Features.Count; feature++)
        {
            CopyTo(Features[feature], matrix.AsSpan(feature), Features.Count);
        }

        return matrix;
    }

    private void CopyTo(string column, Span<float> to, int step)
    {
        var values = Column(column);
        for (var row = 0; row < RowCount; row++)
        {
            to[row * step] = values is sbyte[] bins ? OfBin(bins[row]) : ((float[])values)[row];
        }
    }

    private static float OfBin(sbyte bin) => bin == MissingBin ? float.NaN : bin;

    private Array Column(string name) => _columns.TryGetValue(name, out var column) ? column : throw new DatasetException(
        DatasetException.ColumnMissing, $"Column '{name}' was not selected.");
}
