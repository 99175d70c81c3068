namespace Numerai.Simulations.Markets;

/// <summary>The securities behind the ids of an era.</summary>
/// <param name="Numbers">The same security has the same number in every era.</param>
/// <param name="NextReturn">Simple return over the five trading days that a portfolio of this era is held; NaN when it stops
/// trading.</param>
/// <param name="Beta">Sensitivity to the market.</param>
/// <param name="Sector">Sector from 0.</param>
/// <param name="Volatility">Daily standard deviation of returns.</param>
/// <param name="DollarVolume">Dollars traded a day.</param>
public sealed record MarketSecurities(
    int[] Numbers, double[] NextReturn, double[] Beta, int[] Sector, double[] Volatility, double[] DollarVolume);
