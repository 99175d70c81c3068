using Numerai.Contracts;
using Numerai.Data;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;
using Numerai.Scoring.Statistics;
using Numerai.Tournament.Rounds;

namespace Numerai.Tournament.Universes;

/// <summary>
/// Reads neutralizers and sample weights. Neutralizers N must be orthonormal in the sample-weighted sense, <c>N' diag(v) N = I</c>: only
/// then does <c>s - N N'(v * s)</c> take out the whole part of s that they explain.
/// </summary>
internal static class PortfolioFiles
{
    public const int MaximumColumns = 200;
    public const string NeutralizerPrefix = "neutralizer_";
    public const string WeightColumn = "sample_weight";

    /// <summary>
    /// How far a product of two columns may be from 0 or 1: enough for single-precision files, far too little for a forgotten step.
    /// </summary>
    public const double Tolerance = 1e-5;

    /// <summary>One weight a row: finite, none negative, not all zero.</summary>
    public static double[] SampleWeights(string path, string name, string key, LiveIds universe)
    {
        var table = ParquetFile.Read(path, [key, WeightColumn]);
        var weights = Aligned(table, WeightColumn, Rows(table, name, key, universe), name);
        var negative = Array.FindIndex(weights, weight => weight < 0);
        if (negative >= 0)
        {
            throw Invalid(
                $"The sample weights '{name}' have {weights[negative]:R} for '{universe.Ids[negative]}'; weights are not negative.");
        }

        return weights.Any(weight => weight > 0) ? weights : throw Invalid($"The sample weights '{name}' are all zero.");
    }

    /// <summary>n x k numbers, column after column.</summary>
    public static (double[] Values, int Columns) Neutralizers(
        string path, string name, string key, LiveIds universe, double[]? sampleWeights)
    {
        using var reader = ParquetReader.Open(path);
        var columns = reader.Columns.Select(column => column.Name)
            .Where(column => column.StartsWith(NeutralizerPrefix, StringComparison.Ordinal)).ToList();
        if (columns.Count is 0 or > MaximumColumns)
        {
            throw Invalid(
                $"The neutralizers '{name}' have {columns.Count} columns '{NeutralizerPrefix}*'; there are 1 to {MaximumColumns}.");
        }

        var table = reader.ReadAll([key, .. columns]);
        var rows = Rows(table, name, key, universe);
        var values = new double[columns.Count * universe.Rows];
        for (var column = 0; column < columns.Count; column++)
        {
            Aligned(table, columns[column], rows, name).CopyTo(values.AsSpan(column * universe.Rows));
        }

        CheckOrthonormal(values, columns, universe.Rows, sampleWeights, name);
        return (values, columns.Count);
    }

    private static void CheckOrthonormal(double[] values, List<string> columns, int rows, double[]? sampleWeights, string name)
    {
        var weighted = new double[rows];
        for (var left = 0; left < columns.Count; left++)
        {
            var column = values.AsSpan(left * rows, rows);
            for (var row = 0; row < rows; row++)
            {
                weighted[row] = column[row] * (sampleWeights?[row] ?? 1);
            }

            for (var right = left; right < columns.Count; right++)
            {
                var product = FixedLanes.Dot(weighted, values.AsSpan(right * rows, rows));
                var expected = left == right ? 1 : 0;
                if (!(Math.Abs(product - expected) <= Tolerance))
                {
                    throw Invalid(
                        $"The neutralizers '{name}' are not orthonormal under the sample weights: the weighted product of "
                            + $"'{columns[left]}' "
                        + $"and '{columns[right]}' is {product:R}, but {expected} is needed (within {Tolerance}).");
                }
            }
        }
    }

    /// <summary>The row of the universe of each row of a file, which must hold every one of them once.</summary>
    private static int[] Rows(Table table, string name, string key, LiveIds universe)
    {
        var ids = table.Values<string>(key);
        var seen = new bool[universe.Rows];
        var rows = new int[ids.Length];
        for (var line = 0; line < ids.Length; line++)
        {
            rows[line] = ids[line] is { } id ? universe.RowOf(id) : -1;
            if (rows[line] < 0 || seen[rows[line]])
            {
                throw Invalid(
                    $"Row {line + 1} of '{name}' has the {key} '{ids[line]}', which "
                        + $"{(rows[line] < 0 ? "is not in the live data" : "stands there before")}.");
            }

            seen[rows[line]] = true;
        }

        var missing = Array.IndexOf(seen, false);
        return missing < 0
            ? rows
            : throw Invalid($"'{name}' has {ids.Length} rows and the live data {universe.Rows}; '{universe.Ids[missing]}' is missing.");
    }

    private static double[] Aligned(Table table, string column, int[] rows, string name)
    {
        var values = table.Doubles(column);
        var missing = table[column].Missing;
        var aligned = new double[values.Length];
        for (var line = 0; line < values.Length; line++)
        {
            aligned[rows[line]] = missing?[line] != true && double.IsFinite(values[line])
                ? values[line]
                : throw Invalid($"Column '{column}' of '{name}' has no finite number in row {line + 1}; every row needs one.");
        }

        return aligned;
    }

    private static DataFormatException Invalid(string message) => new(RefusalCodes.InvalidUniverse, message);
}
