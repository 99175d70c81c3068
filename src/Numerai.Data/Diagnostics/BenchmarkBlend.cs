using System.Collections.Concurrent;
using Numerai.Scoring.Ranking;

namespace Numerai.Data.Diagnostics;

/// <summary>
/// The benchmark meta model BMC is measured against: the mean of the benchmark models' gaussianized ranks within each era.
/// </summary>
internal static class BenchmarkBlend
{
    /// <param name="parts">Files of the release.</param>
    /// <param name="validation">Rows of the validation data.</param>
    /// <param name="eras">First row and length of each era.</param>
    /// <returns>A value a row, NaN where the benchmark models say nothing; null when there are none.</returns>
    public static float[]? Of(IReadOnlyList<ValidationPart> parts, ValidationRows validation, IReadOnlyList<(int First, int Rows)> eras)
    {
        var files = parts.Select(part => part.BenchmarkModels).ToList();
        if (files.Find(file => file is not null) is not { } first)
        {
            return null;
        }

        var names = AlignedPredictions.Columns(first);
        var sum = new float[validation.Count];
        var column = new float[validation.Count];
        var tables = new ConcurrentDictionary<int, RankTables>();
        foreach (var name in names)
        {
            column.AsSpan().Fill(float.NaN);
            AlignedPredictions.Fill(files, name, validation, column);
            Parallel.ForEach(eras, era => Add(column.AsSpan(era.First, era.Rows), sum.AsSpan(era.First, era.Rows), names.Count,
                tables.GetOrAdd(era.Rows, static rows => new RankTables(rows))));
        }

        return sum;
    }

    private static void Add(ReadOnlySpan<float> column, Span<float> sum, int models, RankTables tables)
    {
        var values = new double[column.Length];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = column[row];
        }

        if (Array.Exists(values, double.IsNaN))
        {
            sum.Fill(float.NaN);
            return;
        }

        var codes = new ushort[values.Length];
        RankCodes.TieKept(values, codes, new RankWorkspace());
        tables.Gaussianize(codes, values);
        for (var row = 0; row < values.Length; row++)
        {
            sum[row] += (float)(values[row] / models);
        }
    }
}
