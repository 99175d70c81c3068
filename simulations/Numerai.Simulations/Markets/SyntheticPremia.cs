using System.Globalization;
using MathNet.Numerics.Distributions;
using Numerai.Simulations.Scenarios;

namespace Numerai.Simulations.Markets;

/// <summary>
/// What each feature earns a week, in units of a security's weekly volatility: a mean that decays for some, turns round for crowded ones
/// while the market is stressed, and moves from week to week. Some pairs of features earn together what neither earns alone.
/// </summary>
internal sealed class SyntheticPremia
{
    /// <summary>
    /// A 20-day target adds about four weeks of premium, over twice the weekly volatility; features fade a little meanwhile.
    /// </summary>
    private const double TargetLoading = 1.86;

    private const double PairStrength = 0.35;
    private const double StressedShare = 0.5;
    private const double CrowdedTurn = -2;
    private const int WeeksOfYear = 52;
    private static readonly string[] _groups = [
        "momentum", "reversal", "value", "quality", "volatility", "growth", "sentiment", "alternative"];

    private readonly MarketScenario _options;
    private readonly int _seed;
    private readonly double[] _mean;
    private readonly double[] _decayFrom;
    private readonly bool[] _crowded;

    /// <param name="weeks">About how many weeks will be played; decays begin within them.</param>
    public SyntheticPremia(MarketScenario options, int seed, int weeks)
    {
        _options = options;
        _seed = seed;
        var count = options.Features;
        var random = Seeds.Stream(seed, 20);
        var informative = Math.Max(1, (int)Math.Round(count * options.InformativeShare));
        var order = Enumerable.Range(0, count).ToArray();
        random.Shuffle(order);
        _mean = new double[count];
        _decayFrom = [.. Enumerable.Repeat(double.PositiveInfinity, count)];
        _crowded = new bool[count];
        for (var place = 0; place < informative; place++)
        {
            var feature = order[place];
            _mean[feature] = (random.NextDouble() < 0.5 ? -1 : 1) * Math.Exp(0.5 * Normal.Sample(random, 0, 1));
            _decayFrom[feature] = random.NextDouble() < options.DecayingShare ? random.NextDouble() * weeks : double.PositiveInfinity;
            _crowded[feature] = random.NextDouble() < options.CrowdedShare;
        }

        var length = Math.Sqrt(_mean.Sum(premium => premium * premium)) / (options.Predictability / TargetLoading);
        _mean = Array.ConvertAll(_mean, premium => premium / length);
        Pairs = [
            .. Enumerable.Range(0, informative / 3).Select(
                pair => (order[2 * pair], order[(2 * pair) + 1], PairStrength * Math.Abs(_mean[order[pair]])))];
        FeatureNames =
        [
            .. Enumerable.Range(0, count).Select(feature => string.Create(
                CultureInfo.InvariantCulture, $"feature_{_groups[feature % _groups.Length]}_{feature / _groups.Length:000}")),
        ];
    }

    public static int Groups => _groups.Length;

    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>Pairs of features whose product earns a premium.</summary>
    public IReadOnlyList<(int First, int Second, double Premium)> Pairs { get; }

    /// <summary>Premia of the returns of one week.</summary>
    public double[] Of(int week, bool stressed)
    {
        var premia = new double[_mean.Length];
        var random = Seeds.Stream(_seed, 21, week);
        Normal.Samples(random, premia, 0, _options.PremiumVolatility);
        for (var feature = 0; feature < premia.Length; feature++)
        {
            var decayed = Math.Pow(_options.YearlyDecay, Math.Max(0, week - _decayFrom[feature]) / WeeksOfYear);
            var regime = !stressed ? 1 : _crowded[feature] ? CrowdedTurn : StressedShare;
            premia[feature] += _mean[feature] * decayed * regime;
        }

        return premia;
    }
}
