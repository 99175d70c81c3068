using Numerai.Scoring.Ranking;
using Numerai.Scoring.Statistics;

namespace Numerai.Scoring.Rounds;

/// <summary>The scores of one model, each a product of its looked-up ranks with a vector prepared once per target.</summary>
internal static class ModelScoring
{
    /// <summary>The scores that need nothing but the model's ranks over the rows that have a target.</summary>
    public static void ScoreRanks(ReadOnlySpan<ushort> codes, TargetScoring target, BlockScores scores, int model, ScoringScratch scratch)
    {
        ReadOnlySpan<ushort> own = codes;
        if (target.SelectedRows is int[] selected)
        {
            Span<ushort> subset = scratch.Codes.AsSpan(0, selected.Length);
            RankCodes.Subset(codes, selected, subset, scratch.Ranking);
            own = subset;
        }

        if ((scores.Kinds & (ScoreKinds.Mmc | ScoreKinds.Bmc)) != 0)
        {
            Span<double> gaussian = scratch.Gaussian.AsSpan(0, own.Length);
            target.Tables.Gaussianize(own, gaussian);
            Write(scores.Mmc, model, gaussian, target.MmcDirection);
            Write(scores.Bmc, model, gaussian, target.BmcDirection);
        }

        if ((scores.Kinds & (ScoreKinds.Corr | ScoreKinds.Alpha | ScoreKinds.Mpc)) != 0)
        {
            Span<double> power = scratch.Power.AsSpan(0, own.Length);
            target.Tables.GaussianizeAndPower(own, power);
            Write(scores.Alpha, model, power, target.AlphaDirection);
            Write(scores.Mpc, model, power, target.MpcDirection);
            if (scores.Corr.Length > 0)
            {
                scores.Corr[model] = Correlate(power, target.CorrDirection);
            }
        }
    }

    /// <summary>CORR of a model's residuals over all rows.</summary>
    public static double ScoreResiduals(ReadOnlySpan<double> residuals, TargetScoring target, ScoringScratch scratch)
    {
        ReadOnlySpan<double> kept = residuals;
        if (target.SelectedRows is int[] selected)
        {
            for (int place = 0; place < selected.Length; place++)
            {
                scratch.Selected[place] = residuals[selected[place]];
            }

            kept = scratch.Selected.AsSpan(0, selected.Length);
        }

        Span<ushort> ranks = scratch.Codes.AsSpan(0, kept.Length);
        RankCodes.TieKept(kept, ranks, scratch.Ranking);
        Span<double> power = scratch.Power.AsSpan(0, kept.Length);
        target.Tables.GaussianizeAndPower(ranks, power);
        return Correlate(power, target.CorrDirection);
    }

    /// <summary>Pearson with a centered direction of length one; centering that side is enough for the product.</summary>
    public static double Correlate(ReadOnlySpan<double> values, double[] direction)
    {
        if (direction.Length == 0)
        {
            return double.NaN;
        }

        double sum = FixedLanes.Sum(values);
        double squares = FixedLanes.Dot(values, values) - (sum * sum / values.Length);
        return Correlation.FromMoments(FixedLanes.Dot(values, direction), squares, 1);
    }

    private static void Write(double[] scores, int model, ReadOnlySpan<double> values, double[] direction)
    {
        if (scores.Length > 0)
        {
            scores[model] = direction.Length == 0 ? double.NaN : FixedLanes.Dot(values, direction);
        }
    }
}
