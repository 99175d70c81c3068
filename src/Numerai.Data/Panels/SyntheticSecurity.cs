namespace Numerai.Data.Panels;

/// <summary>
/// One invented security: fixed loadings, and the states that make its future returns a little predictable from what prices and volumes
/// have shown. Every state has about unit variance; horizons are in trading days.
/// </summary>
internal sealed class SyntheticSecurity
{
    private const double FastDecay = 1 / 5.0;
    private const double SlowDecay = 1 / 120.0;
    private const double HiddenPersistence = 0.985;
    private readonly double[] _styles;

    public SyntheticSecurity(NormalSource random, int sectors, int styles)
    {
        Sector = random.Below(sectors);
        Beta = 1 + (0.3 * random.Next());
        Volatility = 0.012 * Math.Exp(0.35 * random.Next());
        LogCapital = Math.Log(8e9) + (1.2 * random.Next());
        Turnover = 0.006 * Math.Exp(0.5 * random.Next());
        Price = 20 * Math.Exp(0.7 * random.Next());
        Hidden = random.Next();
        _styles = new double[styles];
        for (var i = 0; i < styles; i++)
        {
            _styles[i] = random.Next();
        }
    }

    public int Sector { get; }

    public double Beta { get; }

    /// <summary>Daily standard deviation of the idiosyncratic return in a calm market.</summary>
    public double Volatility { get; }

    public double LogCapital { get; private set; }

    public double Turnover { get; }

    public double Price { get; private set; }

    /// <summary>Slow demand that moves the volume today and the price in the weeks to come.</summary>
    public double Hidden { get; private set; }

    private double Fast { get; set; }

    private double Slow { get; set; }

    /// <summary>What is already known about tomorrow's idiosyncratic return, in standard deviations: reversal, momentum, demand, and calm
    /// names' premium.</summary>
    public double Foresight => (-0.50 * Fast) + (0.55 * Slow) + (0.55 * Hidden) - (0.35 * Math.Log(Volatility / 0.012) / 0.35);

    public double StyleReturn(ReadOnlySpan<double> styleReturns)
    {
        double sum = 0;
        for (var i = 0; i < styleReturns.Length; i++)
        {
            sum += _styles[i] * styleReturns[i];
        }

        return sum;
    }

    /// <summary>Lives through a day and returns its dollar volume.</summary>
    /// <param name="logReturn">Whole return of the day.</param>
    /// <param name="shock">Idiosyncratic part in units of <see cref="Volatility"/>.</param>
    /// <param name="random">Source of the volume's and the demand's noise.</param>
    public double Live(double logReturn, double shock, NormalSource random)
    {
        Price *= Math.Exp(logReturn);
        LogCapital += logReturn;
        Fast = Blend(Fast, shock, FastDecay);
        Slow = Blend(Slow, shock, SlowDecay);
        Hidden = (HiddenPersistence * Hidden) + (Math.Sqrt(1 - (HiddenPersistence * HiddenPersistence)) * random.Next());
        return Math.Exp(LogCapital + (0.35 * random.Next()) + (0.30 * Hidden) + (0.15 * Math.Abs(shock))) * Turnover;
    }

    /// <summary>Exponential average scaled so that unit shocks keep it at unit variance.</summary>
    private static double Blend(double state, double shock, double decay) =>
        ((1 - decay) * state) + (Math.Sqrt(decay * (2 - decay)) * shock);
}
