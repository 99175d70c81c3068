using System.Globalization;
using Numerai.Data.Targets;
using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Ranking;
using Numerai.Scoring.Statistics;
using Numerai.Simulations.Scenarios;

namespace Numerai.Simulations.Markets;

/// <summary>
/// Eras of a made-up market: see <see cref="SyntheticWeeks"/> for how prices come about. Targets are returns over 20 trading days after a
/// lag of two, ranked, made neutral to sector and beta, and binned as a release does it.
/// </summary>
public sealed class SyntheticMarket : IMarket
{
    private const int Days = 20;
    private const int LagDays = 2;
    private const int ShortDays = 10;
    private const int HoldingDays = 5;
    private readonly SyntheticWeeks _weeks;
    private readonly int _seed;

    public SyntheticMarket(MarketScenario options, int seed, int history)
    {
        _weeks = new SyntheticWeeks(options, seed, history);
        _seed = seed;
        Description = string.Create(
            CultureInfo.InvariantCulture, $"synthetic, {options.Securities} securities, {options.Features} features, seed {seed}");
    }

    public string Description { get; }

    public int Eras => int.MaxValue;

    public IReadOnlyList<string> FeatureNames => _weeks.Premia.FeatureNames;

    public IReadOnlyList<string> TargetNames { get; } = ["target", "target_raw_20", "target_factors_10"];

    public MarketEra Read(int number)
    {
        var week = _weeks.Advance(number, (LagDays + Days + SyntheticWeeks.WeekDays - 1) / SyntheticWeeks.WeekDays);
        var ids = Array.ConvertAll(week.Numbers, security => Id(number, security));
        var rows = Enumerable.Range(0, ids.Length).ToArray();
        Array.Sort(ids, rows, StringComparer.Ordinal);
        var basis = Basis(rows);
        return new MarketEra
        {
            Number = number,
            Ids = ids,
            Features = week.Features(FeatureNames, rows),
            Targets = [Target(number, rows, Days, basis), Target(number, rows, Days, null), Target(number, rows, ShortDays, basis)],
            TargetAfter = days => Target(number, rows, days, basis),
            Stressed = week.Stressed,
            Securities = SyntheticSecurities.Of(_weeks, number, week, LagDays, HoldingDays, rows),
        };
    }

    private string Id(int era, int security) => string.Create(
        CultureInfo.InvariantCulture, $"n{Seeds.Mix(_seed, 7, era, security):x8}{Seeds.Mix(_seed, 8, era, security):x8}");

    private float[] Target(int era, int[] rows, int days, OrthonormalBasis? basis)
    {
        var returns = Pick(_weeks.Returns(era, LagDays, days), rows);
        var target = new double[rows.Length];
        Ranks.TieKept(returns, target);
        for (var row = 0; row < target.Length; row++)
        {
            target[row] = double.IsNaN(returns[row]) ? 0 : NormalQuantile.Of(target[row]);
        }

        basis?.Neutralize(target);
        for (var row = 0; row < target.Length; row++)
        {
            target[row] = double.IsNaN(returns[row]) ? double.NaN : target[row];
        }

        return TargetBins.Of(target);
    }

    private OrthonormalBasis Basis(int[] rows)
    {
        var columns = new double[(SyntheticWeeks.Sectors + 1) * rows.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            columns[(_weeks.Sector[rows[row]] * rows.Length) + row] = 1;
            columns[(SyntheticWeeks.Sectors * rows.Length) + row] = _weeks.Beta[rows[row]];
        }

        return OrthonormalBasis.Of(new ColumnMatrix(rows.Length, SyntheticWeeks.Sectors + 1, columns), withConstant: false);
    }

    private static T[] Pick<T>(T[] values, int[] rows) => Array.ConvertAll(rows, row => values[row]);
}
