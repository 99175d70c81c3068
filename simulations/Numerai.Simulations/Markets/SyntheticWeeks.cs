using MathNet.Numerics.Distributions;
using Numerai.Simulations.Scenarios;

namespace Numerai.Simulations.Markets;

/// <summary>
/// The weeks of a synthetic market. Features of a security follow autoregressions, part of each shared by its group; a day's return is
/// <c>beta * market + sector + volatility * (premia . features / 5 + heavy-tailed noise)</c> with the features of the week before. Every
/// random number comes from a stream named by week and feature, so the number of threads changes nothing.
/// </summary>
internal sealed class SyntheticWeeks
{
    public const int WeekDays = 5;
    public const int Sectors = 11;
    private const int KeptWeeks = 16;
    private const double GroupShare = 0.35;
    private const double StressVolatility = 1.7;
    private const double DailyMarket = 0.0095;
    private const double DailyDrift = 0.0003;
    private const double StressDrift = -0.0025;
    private const double DailySector = 0.004;

    /// <summary>Limits between the bins: quintiles of the standard normal distribution, which every feature follows.</summary>
    private static readonly double[] _limits = [-0.8416212335729143, -0.2533471031357997, 0.2533471031357997, 0.8416212335729143];

    private readonly Lock _lock = new();
    private readonly MarketScenario _options;
    private readonly int _seed;
    private readonly int _history;
    private readonly double[][] _own;
    private readonly double[][] _group;
    private readonly int[] _numbers;
    private readonly Dictionary<int, SyntheticWeek> _weeks = [];
    private double[]? _forecast;
    private int _last;
    private int _nextNumber;
    private bool _stressed;

    public SyntheticWeeks(MarketScenario options, int seed, int history)
    {
        _options = options;
        _seed = seed;
        _history = history;
        Premia = new SyntheticPremia(options, seed, history + 520);
        var count = options.Securities;
        var random = Seeds.Stream(seed, 10);
        Beta = Draw(count, () => Math.Max(0.1, 1 + (0.35 * Normal.Sample(random, 0, 1))));
        Volatility = Draw(count, () => 0.018 * Math.Exp(0.35 * Normal.Sample(random, 0, 1)));
        DollarVolume = Draw(count, () => 8e6 * Math.Exp(1.4 * Normal.Sample(random, 0, 1)));
        Sector = Draw(count, () => random.Next(Sectors));
        _numbers = [.. Enumerable.Range(0, count)];
        _nextNumber = count;
        _own = [.. Enumerable.Range(0, options.Features).Select(feature => Normals(count, 11, feature, 0))];
        _group = [.. Enumerable.Range(0, SyntheticPremia.Groups).Select(group => Normals(count, 12, group, 0))];
    }

    public SyntheticPremia Premia { get; }

    public double[] Beta { get; }

    public double[] Volatility { get; }

    public double[] DollarVolume { get; }

    public int[] Sector { get; }

    /// <summary>A week, with those after it simulated too; earlier ones are dropped.</summary>
    public SyntheticWeek Advance(int week, int further)
    {
        while (_last < week + further)
        {
            var next = Simulate(_last + 1);
            _last++;
            lock (_lock)
            {
                _weeks[_last] = next;
            }
        }

        lock (_lock)
        {
            // Targets of rounds in flight are still asked for, two months back at most.
            for (var old = week - KeptWeeks; _weeks.Remove(old); old--)
            {
            }

            return _weeks[week];
        }
    }

    /// <summary>
    /// Compounded returns per slot over some days, after a lag from the end of a week; NaN for what is delisted meanwhile.
    /// </summary>
    public double[] Returns(int week, int lag, int days)
    {
        var total = new double[_numbers.Length];
        Array.Fill(total, 1);
        var lastWeek = week;
        for (var day = lag; day < lag + days; day++)
        {
            lastWeek = week + 1 + (day / WeekDays);
            var daily = Week(lastWeek).Daily[day % WeekDays];
            for (var slot = 0; slot < total.Length; slot++)
            {
                total[slot] *= 1 + daily[slot];
            }
        }

        var (before, after) = (Week(week).Numbers, Week(lastWeek).Numbers);
        for (var slot = 0; slot < total.Length; slot++)
        {
            total[slot] = before[slot] == after[slot] ? total[slot] - 1 : double.NaN;
        }

        return total;
    }

    /// <summary>A week that was simulated; the next ones may be under way on another thread.</summary>
    private SyntheticWeek Week(int week)
    {
        lock (_lock)
        {
            return _weeks[week];
        }
    }

    private SyntheticWeek Simulate(int week)
    {
        var random = Seeds.Stream(_seed, 13, week);
        _stressed = random.NextDouble() < (_stressed ? 1 - _options.RecoveryChance : _options.StressChance);
        if (_options.BearRounds is { } bear && week - _history >= bear[0] && week - _history <= bear[1])
        {
            _stressed = true;
        }

        var daily = Daily(week);
        Delist(week);
        Parallel.For(0, _group.Length, group => Step(_group[group], 0.97, 14, week, group));
        var bins = new sbyte[_own.Length][];
        var values = new double[_own.Length][];
        Parallel.For(0, _own.Length, feature =>
        {
            Step(_own[feature], Persistence(feature), 15, week, feature);
            values[feature] = Mixed(feature);
            bins[feature] = Bins(values[feature], week, feature);
        });
        _forecast = Forecast(values, Premia.Of(week, _stressed));
        return new SyntheticWeek([.. _numbers], bins, daily, _stressed);
    }

    /// <summary>Expected return of the next week in units of weekly volatility, security by security.</summary>
    private double[] Forecast(double[][] values, double[] premia)
    {
        var forecast = new double[_numbers.Length];
        for (var feature = 0; feature < premia.Length; feature++)
        {
            Scoring.Statistics.FixedLanes.AddScaled(values[feature], premia[feature], forecast);
        }

        foreach (var (first, second, premium) in Premia.Pairs)
        {
            for (var slot = 0; slot < forecast.Length; slot++)
            {
                forecast[slot] += premium * values[first][slot] * values[second][slot];
            }
        }

        return forecast;
    }

    private float[][] Daily(int week)
    {
        var daily = new float[WeekDays][];
        var stress = _stressed ? StressVolatility : 1;
        Parallel.For(0, WeekDays, day =>
        {
            var random = Seeds.Stream(_seed, 16, week, day);
            var market = (_stressed ? StressDrift : DailyDrift) + (DailyMarket * stress * Normal.Sample(random, 0, 1));
            var sectors = Draw(Sectors, () => DailySector * stress * Normal.Sample(random, 0, 1));
            var noise = new double[_numbers.Length];
            StudentT.Samples(random, noise, 0, Math.Sqrt((_options.TailDegrees - 2) / _options.TailDegrees), _options.TailDegrees);
            var returns = daily[day] = new float[_numbers.Length];
            for (var slot = 0; slot < returns.Length; slot++)
            {
                // Five days of noise make the week's volatility, the square root of five times the day's; the forecast is in units of the
                // week's.
                var own = Volatility[slot] * ((stress * noise[slot]) + ((_forecast?[slot] ?? 0) / Math.Sqrt(WeekDays)));
                returns[slot] = (float)Math.Max(-0.9, (Beta[slot] * market) + sectors[Sector[slot]] + own);
            }
        });
        return daily;
    }

    private void Delist(int week)
    {
        var random = Seeds.Stream(_seed, 17, week);
        for (var slot = 0; slot < _numbers.Length; slot++)
        {
            if (random.NextDouble() < _options.DelistingChance)
            {
                _numbers[slot] = _nextNumber++;
            }
        }
    }

    private void Step(double[] values, double persistence, int purpose, int week, int series)
    {
        var shock = Normals(values.Length, purpose, week, series);
        var scale = Math.Sqrt(1 - (persistence * persistence));
        for (var slot = 0; slot < values.Length; slot++)
        {
            values[slot] = (persistence * values[slot]) + (scale * shock[slot]);
        }
    }

    private double[] Mixed(int feature)
    {
        var (own, group) = (_own[feature], _group[feature % _group.Length]);
        var (ownShare, groupShare) = (Math.Sqrt(1 - GroupShare), Math.Sqrt(GroupShare));
        var mixed = new double[own.Length];
        for (var slot = 0; slot < mixed.Length; slot++)
        {
            mixed[slot] = (ownShare * own[slot]) + (groupShare * group[slot]);
        }

        return mixed;
    }

    private sbyte[] Bins(double[] values, int week, int feature)
    {
        var missing = Seeds.Stream(_seed, 18, week, feature);
        var bins = new sbyte[values.Length];
        for (var slot = 0; slot < bins.Length; slot++)
        {
            var value = values[slot];
            var bin = value < _limits[1] ? (value < _limits[0] ? 0 : 1) : value < _limits[2] ? 2 : value < _limits[3] ? 3 : 4;
            bins[slot] = (sbyte)(missing.NextDouble() < _options.MissingShare ? 2 : bin);
        }

        return bins;
    }

    /// <summary>From slow features (a year) to fast ones (weeks), by their place.</summary>
    private static double Persistence(int feature) => 0.85 + (0.13 * ((feature * 7 % 10) / 9.0));

    private double[] Normals(int count, int purpose, int first, int second)
    {
        var normals = new double[count];
        Normal.Samples(Seeds.Stream(_seed, purpose, first, second), normals, 0, 1);
        return normals;
    }

    private static T[] Draw<T>(int count, Func<T> draw)
    {
        var drawn = new T[count];
        for (var place = 0; place < count; place++)
        {
            drawn[place] = draw();
        }

        return drawn;
    }
}
