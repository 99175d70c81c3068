using System.Globalization;

namespace Numerai.Data.Panels;

/// <summary>
/// Invents a price panel with what makes real ones hard: a market, sector and style factors, calm and turbulent regimes, heavy tails,
/// listings and delistings, missing cells - and weak signals in past prices and volumes that fade as the years go by. Everything follows
/// from the seed.
/// </summary>
public static class SyntheticMarket
{
    private const int Styles = 3;
    private const int DaysInYear = 252;
    private const int BurnInDays = 120;
    private const double DailyEdge = 0.025;

    /// <exception cref="ArgumentOutOfRangeException">Fewer than 20 securities, 2 years or 1 sector.</exception>
    public static PricePanel Create(SyntheticMarketOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Securities, 20);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Years, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Sectors, 1);
        var dates = TradingDays(options.Start, (int)(options.Years * DaysInYear));
        var random = new NormalSource(options.Seed);
        var securities = Enumerable.Range(0, options.Securities).Select(_ => new SyntheticSecurity(random, options.Sectors, Styles))
            .ToArray();
        var close = new double[options.Securities * dates.Length];
        var volume = new double[close.Length];
        var turbulent = false;
        for (var day = -BurnInDays; day < dates.Length; day++)
        {
            turbulent = random.Uniform() < (turbulent ? 0.97 : 0.008);
            var known = Math.Max(0, day) / (double)dates.Length;
            LiveDay(securities, random, turbulent ? 2.0 : 1.0, DailyEdge * options.SignalStrength * (1 - (options.SignalDecay * known)),
                (i, dollars) =>
            {
                if (day >= 0)
                {
                    close[(i * dates.Length) + day] = securities[i].Price;
                    volume[(i * dates.Length) + day] = dollars;
                }
            });
        }

        Blank(close, volume, dates.Length, options);
        return new PricePanel(dates, Names("S", options.Securities), securities.Select(s => $"Sector {s.Sector + 1:00}").ToArray(),
            close, volume);
    }

    private static void LiveDay(SyntheticSecurity[] securities, NormalSource random, double turbulence, double edge,
        Action<int, double> record)
    {
        // Turbulent days drift down, calm days up: the regime shows in the index, as it does in life.
        var market = (turbulence > 1 ? -0.0006 : 0.0005) + (0.008 * turbulence * random.HeavyTailed(5));
        var sectors = new double[1 + securities.Max(s => s.Sector)];
        var styles = new double[Styles];
        Fill(sectors, 0.005 * turbulence, random);
        Fill(styles, 0.0025 * turbulence, random);
        for (var i = 0; i < securities.Length; i++)
        {
            var security = securities[i];
            var shock = (turbulence * random.HeavyTailed(4)) + (edge * security.Foresight);
            var total = (security.Beta * market) + sectors[security.Sector] + security.StyleReturn(styles) + (security.Volatility * shock);
            record(i, security.Live(total, shock, random));
        }
    }

    private static void Fill(double[] returns, double deviation, NormalSource random)
    {
        for (var i = 0; i < returns.Length; i++)
        {
            returns[i] = deviation * random.HeavyTailed(6);
        }
    }

    private static void Blank(double[] close, double[] volume, int days, SyntheticMarketOptions options)
    {
        var random = new NormalSource(unchecked((options.Seed * 31) + 17));
        for (var security = 0; security < options.Securities; security++)
        {
            var (first, beyond) = random.Uniform() >= options.TurnoverShare ? (0, days)
                : random.Uniform() < 0.5 ? (random.Below(days), days)
                : (0, random.Below(days));
            for (var day = 0; day < days; day++)
            {
                var cell = (security * days) + day;
                var listed = day >= first && day < beyond;
                close[cell] = listed && random.Uniform() >= options.MissingShare ? close[cell] : double.NaN;
                volume[cell] = listed && random.Uniform() >= options.MissingShare ? volume[cell] : double.NaN;
            }
        }
    }

    private static DateOnly[] TradingDays(DateOnly start, int count)
    {
        var dates = new DateOnly[count];
        var date = start;
        for (var i = 0; i < count; date = date.AddDays(1))
        {
            if (date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                dates[i++] = date;
            }
        }

        return dates;
    }

    private static string[] Names(string prefix, int count) =>
        Enumerable.Range(1, count).Select(i => prefix + i.ToString("0000", CultureInfo.InvariantCulture)).ToArray();
}
