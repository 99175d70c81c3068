using Numerai.Data.Features;
using Numerai.Data.Panels;
using Numerai.Scoring.LinearAlgebra;

namespace Numerai.Data.Targets;

/// <summary>
/// Forward returns of an era's securities, kD2L: bought at the close two trading days after the era's date, sold k trading days later. The
/// lag gives participants the weekend and the market the time to act. A security that stops trading keeps its last price to the end, as
/// cash would.
/// </summary>
public sealed class TargetBuilder
{
    /// <summary>Trading days between the era's date and the purchase.</summary>
    public const int LagDays = 2;

    private static readonly string[] FactorNames = ["beta_252", "size_252"];
    private static readonly string[] StyleNames = ["volatility_63", "momentum_252_21", "residual_reversal_21", "illiquidity_126"];
    private readonly PricePanel _panel;
    private readonly double[][] _carried;

    public TargetBuilder(PricePanel panel)
    {
        _panel = panel;
        _carried = Enumerable.Range(0, panel.Securities.Count).Select(security => Carried(panel.Close(security))).ToArray();
    }

    /// <summary>Position of the day at whose close a target of that many days is known.</summary>
    public static int LastDay(RawEra era, int days) => era.Day + LagDays + days;

    /// <summary>Whether the panel reaches far enough.</summary>
    public bool IsKnown(RawEra era, int days) => LastDay(era, days) < _panel.Dates.Count;

    /// <summary>Simple returns over k days after the lag, one a row of the era.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The panel ends before the last day.</exception>
    public double[] Returns(RawEra era, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(LastDay(era, days), _panel.Dates.Count, nameof(days));
        return Array.ConvertAll(era.Securities, security =>
            (_carried[security][LastDay(era, days)] / _carried[security][era.Day + LagDays]) - 1);
    }

    /// <summary>
    /// Continuous target: returns ranked to the normal scale, less their least-squares projection on what the target is neutral to.
    /// Unbinned, so it stays with the operator.
    /// </summary>
    public double[] Continuous(RawEra era, int days, TargetNeutrality neutrality, OrthonormalBasis? basis = null)
    {
        var target = GaussianRank.Of(Returns(era, days));
        if (neutrality != TargetNeutrality.Raw)
        {
            (basis ?? Basis(era, neutrality)).Neutralize(target);
        }

        return target;
    }

    /// <summary>The five-valued target of every row.</summary>
    public float[] Binned(RawEra era, int days, TargetNeutrality neutrality, OrthonormalBasis? basis = null) =>
        TargetBins.Of(Continuous(era, days, neutrality, basis));

    /// <summary>What targets of the era are made neutral to: a column a sector (their sum is the constant), then the factors and styles on
    /// the normal scale.</summary>
    public OrthonormalBasis Basis(RawEra era, TargetNeutrality neutrality)
    {
        var sectors = era.Securities.Select(s => _panel.Sectors[s]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var names = neutrality switch
        {
            TargetNeutrality.Raw => throw new ArgumentException("A raw target is neutral to nothing.", nameof(neutrality)),
            TargetNeutrality.Factors => FactorNames,
            _ => [.. FactorNames, .. StyleNames],
        };
        var columns = new double[(sectors.Count + names.Length) * era.RowCount];
        for (var row = 0; row < era.RowCount; row++)
        {
            columns[(sectors.IndexOf(_panel.Sectors[era.Securities[row]]) * era.RowCount) + row] = 1;
        }

        for (var i = 0; i < names.Length; i++)
        {
            GaussianRank.Of(era.Feature(FeatureCatalog.IndexOf(names[i]))).CopyTo(columns, (sectors.Count + i) * era.RowCount);
        }

        return OrthonormalBasis.Of(new ColumnMatrix(era.RowCount, sectors.Count + names.Length, columns), withConstant: false);
    }

    private static double[] Carried(ReadOnlySpan<double> close)
    {
        var carried = close.ToArray();
        for (var day = 1; day < carried.Length; day++)
        {
            carried[day] = double.IsNaN(carried[day]) ? carried[day - 1] : carried[day];
        }

        return carried;
    }
}
