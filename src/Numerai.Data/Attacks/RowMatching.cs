namespace Numerai.Data.Attacks;

/// <summary>Nearest rows by absolute distance.</summary>
internal static class RowMatching
{
    /// <summary>For each row of the second set the nearest row of the first; both have the same columns.</summary>
    public static int[] Nearest(double[][] first, double[][] second)
    {
        var rows = first[0].Length;
        var nearest = new int[second[0].Length];
        Parallel.For(0, nearest.Length, row =>
        {
            var distances = new double[rows];
            for (var column = 0; column < first.Length; column++)
            {
                var value = second[column][row];
                var values = first[column];
                for (var i = 0; i < distances.Length; i++)
                {
                    distances[i] += Math.Abs(values[i] - value);
                }
            }

            nearest[row] = Array.IndexOf(distances, distances.Min());
        });
        return nearest;
    }
}
