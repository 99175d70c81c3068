using Numerai.Data.Features;

namespace Numerai.Data.Panels;

/// <summary>What is odd about one security's prices; each answer is empty when nothing is.</summary>
internal static class SecurityOddities
{
    /// <summary>Trading days with the same close from which on it reads as stale.</summary>
    public const int StaleDays = 10;

    /// <summary>Ratios of splits, as they are announced.</summary>
    private static readonly double[] _splits = [1.5, 2, 3, 4, 5, 6, 7, 8, 10, 15, 20, 25, 30, 40, 50, 100];

    /// <summary>How far a day's own return may lead away from a ratio.</summary>
    private const double SplitTolerance = 0.03;

    /// <summary>How far prices of the days after may lie from the ratio to those before.</summary>
    private const double LevelTolerance = 0.15;

    /// <summary>A fall by half that is none of a split is traded far more than usual.</summary>
    private const double CrashVolume = 2;

    private const int LevelDays = 5;
    private const int VolumeDays = 21;

    /// <summary>The days of the first and the last price; the last one is before the first where there is none.</summary>
    public static (int First, int Last) Life(ReadOnlySpan<double> close)
    {
        var (first, last) = (0, close.Length - 1);
        while (last >= 0 && double.IsNaN(close[last]))
        {
            last--;
        }

        while (first <= last && double.IsNaN(close[first]))
        {
            first++;
        }

        return (first, last);
    }

    /// <summary>The longest run of one close, in prices, when it is longer than <see cref="StaleDays"/> allows.</summary>
    public static (int First, int Last, int Prices)? Stale(ReadOnlySpan<double> close)
    {
        var longest = (First: 0, Last: 0, Prices: 0);
        var run = longest;
        for (var day = 0; day < close.Length; day++)
        {
            if (!double.IsNaN(close[day]))
            {
                run = run.Prices > 0 && close[day] == close[run.Last] ? (run.First, day, run.Prices + 1) : (day, day, 1);
                longest = run.Prices > longest.Prices ? run : longest;
            }
        }

        return longest.Prices > StaleDays ? longest : null;
    }

    /// <summary>The longest stretch without a price within a security's life, when it is longer than prices are carried forward.</summary>
    public static (int First, int Last)? Gap(ReadOnlySpan<double> close)
    {
        var (first, last) = Life(close);
        (int First, int Last)? longest = null;
        for (int day = first, before = first; day <= last; day++)
        {
            if (!double.IsNaN(close[day]))
            {
                longest = day - before - 1 > Math.Max(
                    MarketHistory.LongestFillDays, longest is { } known ? known.Last - known.First + 1 : 0)
                    ? (before + 1, day - 1)
                    : longest;
                before = day;
            }
        }

        return longest;
    }

    /// <summary>Days on which the close moves by the ratio of a split and stays there, without the volume of a crash.</summary>
    public static List<(int Day, double Ratio)> Splits(ReadOnlySpan<double> close, ReadOnlySpan<double> dollarVolume)
    {
        var found = new List<(int Day, double Ratio)>();
        for (var day = 1; day < close.Length; day++)
        {
            var ratio = close[day - 1] / close[day];
            var split = Array.Find(_splits, one => Near(ratio, one, SplitTolerance) || Near(1 / ratio, one, SplitTolerance));
            if (split > 0)
            {
                var signed = ratio > 1 ? split : 1 / split;
                var level = Median(close[Math.Max(0, day - LevelDays)..day])
                    / Median(close[day..Math.Min(close.Length, day + LevelDays)]);
                var usual = Median(dollarVolume[Math.Max(0, day - VolumeDays)..day]);
                if (Near(level, signed, LevelTolerance) && !(dollarVolume[day] > CrashVolume * usual))
                {
                    found.Add((day, signed));
                }
            }
        }

        return found;
    }

    private static bool Near(double value, double wanted, double tolerance) => Math.Abs((value / wanted) - 1) <= tolerance;

    private static double Median(ReadOnlySpan<double> values)
    {
        var there = new List<double>();
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
            {
                there.Add(value);
            }
        }

        there.Sort();
        return there.Count == 0 ? double.NaN : there[there.Count / 2];
    }
}
