namespace Numerai.Scoring.Statistics;

/// <summary>The form in which a score is published, ranked, paid and verified.</summary>
public static class PublishedScore
{
    /// <summary>Decimals of a published score.</summary>
    public const int Decimals = 9;

    /// <summary>
    /// Rounds a score to 9 decimals, half to even on the exact binary value, so that the published text reads back to the same double.
    /// NaN stays NaN (a score that does not exist), infinities stay.
    /// </summary>
    public static double Round(double score)
    {
        // From 2^43 on, doubles are coarser than the ninth decimal.
        if (!double.IsFinite(score) || Math.Abs(score) >= 8_796_093_022_208)
        {
            return score;
        }

        // Scaling in binary would round before the rounding. Splitting the scaled value exactly with a fused multiply-add decides
        // halves on the true value.
        const double scale = 1e9;
        double scaled = score * scale;
        double error = Math.FusedMultiplyAdd(score, scale, -scaled);
        double rounded = Math.Round(scaled, MidpointRounding.ToEven);
        double rest = scaled - rounded;
        if (Math.Abs(rest) == 0.5 && error != 0)
        {
            // The scaled value only looks like a half; its true side is that of the error.
            rounded = error > 0 ? Math.Ceiling(scaled) : Math.Floor(scaled);
        }

        return rounded / scale;
    }

    /// <summary>Rounds every score in place; see <see cref="Round(double)"/>.</summary>
    public static void Round(Span<double> scores)
    {
        foreach (ref double score in scores)
        {
            score = Round(score);
        }
    }
}
