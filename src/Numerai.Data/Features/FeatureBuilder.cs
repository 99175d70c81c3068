using Numerai.Data.Eras;
using Numerai.Data.Panels;

namespace Numerai.Data.Features;

/// <summary>
/// Builds the weekly eras of a panel. A security is in an era's universe when it is a member, has a price of that very day, and at least
/// <see cref="LeastFeatureShare"/> of its features exist.
/// </summary>
public sealed class FeatureBuilder
{
    /// <summary>Features a security needs to enter an era: with three quarters, about a year of history does.</summary>
    public const double LeastFeatureShare = 0.75;

    private static readonly int OwnFeatures = FeatureCatalog.All.Count(feature => feature.Compute is not null);

    private readonly PricePanel _panel;
    private readonly MarketHistory _market;

    public FeatureBuilder(PricePanel panel)
    {
        _panel = panel;
        _market = new MarketHistory(panel);
    }

    /// <summary>All eras with at least <paramref name="leastSecurities"/> securities, numbered from 1 without gaps.</summary>
    /// <exception cref="DataFormatException">
    /// <c>panel_too_short</c> when fewer than two eras remain, <c>panel_too_narrow</c> when history would suffice but securities do not,
    /// <c>feature_constant</c> when a feature never varies within an era.
    /// </exception>
    public IReadOnlyList<RawEra> Build(int leastSecurities = 20, CancellationToken cancellation = default)
    {
        var days = EraCalendar.WeeklyDays(_panel.Dates);
        var built = new RawEra?[days.Length];
        Parallel.For(0, days.Length, new ParallelOptions { CancellationToken = cancellation }, i => built[i] = Build(days[i]));
        var wide = built.OfType<RawEra>().Where(era => era.RowCount >= leastSecurities).ToList();

        // Numbers must not change when a longer panel appends weeks, so a thin era in the middle is an error, not a gap.
        var eras = wide.Select((era, i) => era with { Number = i + 1 }).ToList();
        FeatureChecks.Check(_panel, days, built, eras, leastSecurities);
        return eras;
    }

    /// <summary>The era of one day, numbered 0. Uses nothing after that day's close.</summary>
    public RawEra Build(int day)
    {
        var catalog = FeatureCatalog.All;
        var rows = new List<(int Security, double[] Values)>();
        for (var security = 0; security < _panel.Securities.Count; security++)
        {
            if (_panel.IsMember(security, day) && !double.IsNaN(_panel.Close(security)[day]))
            {
                var values = Compute(_market.Securities[security], day);
                if (values.Count(v => !double.IsNaN(v)) >= LeastFeatureShare * OwnFeatures)
                {
                    rows.Add((security, values));
                }
            }
        }

        var features = new float[catalog.Count * rows.Count];
        for (var f = 0; f < catalog.Count; f++)
        {
            for (var i = 0; i < rows.Count; i++)
            {
                features[(f * rows.Count) + i] = (float)rows[i].Values[f];
            }
        }

        var era = new RawEra(0, day, _panel.Dates[day], rows.Select(r => r.Security).ToArray(), features);
        FillSectorRelative(era);
        return era;
    }

    private static double[] Compute(SecurityHistory history, int day)
    {
        var values = new double[FeatureCatalog.All.Count];
        for (var f = 0; f < values.Length; f++)
        {
            var value = FeatureCatalog.All[f].Compute?.Invoke(history, day) ?? double.NaN;
            values[f] = float.IsFinite((float)value) ? value : double.NaN;
        }

        return values;
    }

    private void FillSectorRelative(RawEra era)
    {
        for (var f = 0; f < FeatureCatalog.All.Count; f++)
        {
            if (FeatureCatalog.All[f].RelativeTo is { } name)
            {
                var whole = era.Feature(FeatureCatalog.IndexOf(name)).ToArray();
                var means = Enumerable.Range(0, era.RowCount).Where(i => !float.IsNaN(whole[i]))
                    .GroupBy(i => _panel.Sectors[era.Securities[i]], StringComparer.Ordinal)
                    .ToDictionary(g => g.Key, g => g.Average(i => (double)whole[i]), StringComparer.Ordinal);
                for (var i = 0; i < era.RowCount; i++)
                {
                    era.Features[(f * era.RowCount) + i] =
                        float.IsNaN(whole[i]) ? float.NaN : (float)(whole[i] - means[_panel.Sectors[era.Securities[i]]]);
                }
            }
        }
    }
}
