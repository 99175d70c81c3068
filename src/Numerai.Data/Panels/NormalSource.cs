namespace Numerai.Data.Panels;

/// <summary>Seeded normal and Student t numbers (polar method of Marsaglia and Bray).</summary>
internal sealed class NormalSource(int seed)
{
    private readonly Random _random = new(seed);
    private double _spare = double.NaN;

    /// <summary>Uniform in [0, 1).</summary>
    public double Uniform() => _random.NextDouble();

    public int Below(int limit) => _random.Next(limit);

    public double Next()
    {
        if (!double.IsNaN(_spare))
        {
            var kept = _spare;
            _spare = double.NaN;
            return kept;
        }

        double x, y, square;
        do
        {
            x = (2 * _random.NextDouble()) - 1;
            y = (2 * _random.NextDouble()) - 1;
            square = (x * x) + (y * y);
        }
        while (square is >= 1 or 0);
        var scale = Math.Sqrt(-2 * Math.Log(square) / square);
        _spare = y * scale;
        return x * scale;
    }

    /// <summary>Student t with a whole number of degrees of freedom above 2, scaled to unit variance: the heavy tails of daily
    /// returns.</summary>
    public double HeavyTailed(int degrees)
    {
        var normal = Next();
        double chi = 0;
        for (var i = 0; i < degrees; i++)
        {
            var part = Next();
            chi += part * part;
        }

        return normal / Math.Sqrt(chi / degrees) * Math.Sqrt((degrees - 2.0) / degrees);
    }
}
