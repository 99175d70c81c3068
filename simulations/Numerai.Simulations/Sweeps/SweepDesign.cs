namespace Numerai.Simulations.Sweeps;

/// <summary>The points of a sweep: a value for every parameter.</summary>
public static class SweepDesign
{
    public static IReadOnlyList<double[]> Points(Sweep sweep) => sweep.Method == "grid" ? Grid(sweep.Parameters) : LatinHypercube(sweep);

    private static List<double[]> Grid(IReadOnlyList<SweepParameter> parameters)
    {
        var points = new List<double[]> { Array.Empty<double>() };
        foreach (var parameter in parameters)
        {
            points = [.. points.SelectMany(point => parameter.Values.Select(value => (double[])[.. point, value]))];
        }

        return points;
    }

    /// <summary>Cuts every range into as many slices as there are points; each slice of each parameter is used once.</summary>
    private static List<double[]> LatinHypercube(Sweep sweep)
    {
        var points = Enumerable.Range(0, sweep.Points).Select(_ => new double[sweep.Parameters.Count]).ToList();
        for (var place = 0; place < sweep.Parameters.Count; place++)
        {
            var random = Seeds.Stream(sweep.Seed, 70, place);
            var slices = Enumerable.Range(0, sweep.Points).ToArray();
            random.Shuffle(slices);
            for (var point = 0; point < points.Count; point++)
            {
                points[point][place] = Value(sweep.Parameters[place], (slices[point] + random.NextDouble()) / sweep.Points);
            }
        }

        return points;
    }

    private static double Value(SweepParameter parameter, double share)
    {
        if (parameter.Values.Count > 0)
        {
            return parameter.Values[Math.Min((int)(share * parameter.Values.Count), parameter.Values.Count - 1)];
        }

        var value = parameter.From + (share * (parameter.To - parameter.From));
        return parameter.Whole ? Math.Round(value) : Math.Round(value, 6);
    }
}
