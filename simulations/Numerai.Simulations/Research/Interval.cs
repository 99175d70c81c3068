namespace Numerai.Simulations.Research;

/// <summary>An estimate with the interval that holds 95 % of the bootstrap's resamples.</summary>
public sealed record Interval(double Value, double Low, double High)
{
    public static Interval None { get; } = new(double.NaN, double.NaN, double.NaN);

    /// <summary>Whether the interval leaves zero out.</summary>
    public bool ExcludesZero => Low > 0 || High < 0;
}
