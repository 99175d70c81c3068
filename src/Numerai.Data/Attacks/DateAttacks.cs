namespace Numerai.Data.Attacks;

/// <summary>Tries to tell the date of a published era by comparing it with every week of public history.</summary>
internal static class DateAttacks
{
    /// <summary>By the moments of the spectrum of feature correlations.</summary>
    public static double ByMoments(AttackView open, AttackView published, IReadOnlyList<int> eras)
    {
        var known = open.Eras.AsParallel().AsOrdered().Select(era => CorrelationMatrix.SpectralMoments(era.Columns)).ToList();
        return eras.AsParallel().AsOrdered().Count(era => Nearest(known,
            CorrelationMatrix.SpectralMoments(published.Eras[era].Columns)) == era) / (double)eras.Count;
    }

    /// <summary>By the number of rows alone: the expected share of right guesses among the weeks with as many securities.</summary>
    public static double ByRowCount(AttackView published, IReadOnlyList<int> eras) =>
        eras.Average(era => 1.0 / published.Eras.Count(other => other.RowCount == published.Eras[era].RowCount));

    private static int Nearest(List<double[]> known, double[] moments)
    {
        var distances = known.Select(candidate => candidate.Zip(moments, (a, b) => Math.Pow((a - b) / b, 2)).Sum()).ToList();
        return distances.IndexOf(distances.Min());
    }
}
