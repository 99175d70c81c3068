namespace Numerai.Simulations.Markets;

/// <summary>The securities of a synthetic week as a portfolio sees them.</summary>
internal static class SyntheticSecurities
{
    /// <param name="rows">Slot of each row.</param>
    public static MarketSecurities Of(SyntheticWeeks weeks, int number, SyntheticWeek week, int lag, int holdingDays, int[] rows)
    {
        return new MarketSecurities(
            Pick(week.Numbers), Pick(weeks.Returns(number, lag, holdingDays)), Pick(weeks.Beta), Pick(weeks.Sector), Pick(weeks.Volatility),
            Pick(weeks.DollarVolume));

        T[] Pick<T>(T[] values) => Array.ConvertAll(rows, row => values[row]);
    }
}
