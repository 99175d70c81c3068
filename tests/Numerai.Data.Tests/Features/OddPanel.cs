using Numerai.Data.Panels;

namespace Numerai.Data.Tests.Features;

/// <summary>
/// Panels of a few securities that a check of values lets through and a formula may stumble over. The same arguments give the same panel.
/// </summary>
internal static class OddPanel
{
    /// <summary>How many kinds there are: plain, one security, all equal, gaps, gone for good, no trade, extreme.</summary>
    public const int Kinds = 7;

    private static readonly string[] _names = ["A", "B", "C"];
    private static readonly string[] _sectors = ["X", "Y", "X"];

    public static PricePanel Of(int kind, int days, DayOfWeek first)
    {
        var random = new Random((kind * 10_000) + days);
        var securities = kind == 1 ? 1 : 3;
        var (close, volume) = (new double[securities * days], new double[securities * days]);
        for (var security = 0; security < securities; security++)
        {
            var price = 10.0;
            for (var day = 0; day < days; day++)
            {
                price = kind == 2 ? price : price * Math.Exp(0.02 * (random.NextDouble() - 0.5));
                var at = (security * days) + day;
                close[at] = Close(kind, price, security, day, days, random);
                volume[at] = kind switch { 5 => 0, 6 => Extreme(random), _ => 1e6 * (1 + random.NextDouble()) };
            }
        }

        return new PricePanel(Dates(days, first), _names[..securities], _sectors[..securities], close, volume);
    }

    private static double Close(int kind, double price, int security, int day, int days, Random random) => kind switch
    {
        3 when random.NextDouble() < 0.3 || (security == 1 && day < 9) => double.NaN,
        4 when security == 1 || (security == 2 && day > days / 2) => double.NaN,
        6 => Extreme(random),
        _ => price,
    };

    /// <summary>Between 1e-300 and 1e300.</summary>
    private static double Extreme(Random random) => Math.Pow(10, (random.NextDouble() - 0.5) * 600);

    /// <summary>Trading days; a start at a weekend means a market that never closes.</summary>
    private static DateOnly[] Dates(int days, DayOfWeek first)
    {
        var day = new DateOnly(2021, 1, 3).AddDays((int)first);
        var always = first is DayOfWeek.Saturday or DayOfWeek.Sunday;
        var dates = new List<DateOnly>();
        for (; dates.Count < days; day = day.AddDays(1))
        {
            if (always || day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                dates.Add(day);
            }
        }

        return [.. dates];
    }
}
