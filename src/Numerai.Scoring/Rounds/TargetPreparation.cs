using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Ranking;
using Numerai.Scoring.Statistics;

namespace Numerai.Scoring.Rounds;

/// <summary>Works out, once per target, the vectors whose products with a submission's ranks are its scores.</summary>
internal static class TargetPreparation
{
    private const double BinnedTargetScale = 4;

    public static TargetScoring Prepare(RoundInputs inputs, RankTables tables, ReadOnlySpan<double> target, TargetOptions options)
    {
        int[]? rows = RowsWithTarget(target, options);
        RankTables ownTables = rows is null ? tables : new RankTables(rows.Length);
        double[] present = Select(target, rows);
        double[] centered = new double[present.Length];
        Moments.Center(present, centered);
        NeutralizedWeighting? weighting = Weighting(inputs, rows);
        return new TargetScoring(ownTables, rows)
        {
            CenteredTarget = centered,
            CorrDirection = CorrDirection(centered, options.TargetPower),
            MmcDirection = ContributionDirection(present, inputs.MetaModel.Span, rows, ownTables),
            BmcDirection = ContributionDirection(present, inputs.BenchmarkMetaModel.Span, rows, ownTables),
            AlphaDirection = AlphaDirection(weighting, centered),
            Weighting = weighting,
        };
    }

    private static int[]? RowsWithTarget(ReadOnlySpan<double> target, TargetOptions options)
    {
        if (Moments.FirstNaN(target) < 0)
        {
            return null;
        }

        List<int> rows = new(target.Length);
        for (int row = 0; row < target.Length; row++)
        {
            if (!double.IsNaN(target[row]))
            {
                rows.Add(row);
            }
        }

        if (rows.Count == 0 || (double)rows.Count / target.Length < 1 - options.LargestMissingShare)
        {
            throw new ScoringException(
                ScoringErrorCodes.NotEnoughOverlapFirst,
                $"Only {rows.Count} of the {target.Length} rows have a target; at least {1 - options.LargestMissingShare:P0} must.");
        }

        return [.. rows];
    }

    private static double[] Select(ReadOnlySpan<double> values, int[]? rows)
    {
        if (rows is null)
        {
            return values.ToArray();
        }

        double[] selected = new double[rows.Length];
        for (int place = 0; place < rows.Length; place++)
        {
            selected[place] = values[rows[place]];
        }

        return selected;
    }

    private static double[] CorrDirection(double[] centered, bool power)
    {
        double[] direction = [.. centered];
        if (power)
        {
            SignedPower.Apply(direction, 1.5, direction);
        }

        return UnitLength(direction);
    }

    /// <summary>Centers a column and scales it to length one; all NaN when it is constant.</summary>
    internal static double[] UnitLength(double[] values)
    {
        bool constant = Moments.IsConstant(values);
        Moments.Center(values, values);
        double length = Math.Sqrt(FixedLanes.Dot(values, values));
        System.Numerics.Tensors.TensorPrimitives.Divide(values, constant ? double.NaN : length, values);
        return values;
    }

    private static double[] ContributionDirection(double[] target, ReadOnlySpan<double> metaModel, int[]? rows, RankTables tables)
    {
        if (metaModel.IsEmpty)
        {
            return [];
        }

        double[] direction = new double[target.Length];
        bool binned = System.Numerics.Tensors.TensorPrimitives.Min<double>(target) >= 0
            && System.Numerics.Tensors.TensorPrimitives.Max<double>(target) <= 1;
        System.Numerics.Tensors.TensorPrimitives.Multiply(target, binned ? BinnedTargetScale : 1, direction);
        Moments.Center(direction, direction);

        ushort[] codes = new ushort[target.Length];
        RankCodes.TieKept(Select(metaModel, rows), codes, new RankWorkspace());
        double[] ranked = new double[target.Length];
        tables.Gaussianize(codes, ranked);
        double share = FixedLanes.Dot(ranked, direction) / FixedLanes.Dot(ranked, ranked);
        FixedLanes.AddScaled(ranked, -share, direction);
        System.Numerics.Tensors.TensorPrimitives.Divide(direction, target.Length, direction);
        return direction;
    }

    private static NeutralizedWeighting? Weighting(RoundInputs inputs, int[]? rows)
    {
        if (inputs.Neutralizers is not ColumnMatrix neutralizers || inputs.SampleWeights.IsEmpty)
        {
            return null;
        }

        return rows is null
            ? new NeutralizedWeighting(neutralizers, inputs.SampleWeights.Span)
            : new NeutralizedWeighting(neutralizers.SelectRows(rows), Select(inputs.SampleWeights.Span, rows));
    }

    private static double[] AlphaDirection(NeutralizedWeighting? weighting, double[] centered)
    {
        if (weighting is null)
        {
            return [];
        }

        double[] direction = new double[centered.Length];
        weighting.Apply(centered, direction);
        System.Numerics.Tensors.TensorPrimitives.Divide(direction, centered.Length, direction);
        return direction;
    }
}
