using Numerai.Data.Panels;

namespace Numerai.Data.Features;

/// <summary>Refuses a panel from which no honest eras can be made, and says why.</summary>
internal static class FeatureChecks
{
    private const int LeastEras = 2;

    public static void Check(PricePanel panel, int[] days, RawEra?[] all, List<RawEra> kept, int leastSecurities)
    {
        if (kept.Count < LeastEras)
        {
            if (panel.Dates.Count > 1 && Enumerable.Range(0, panel.Securities.Count).All(security => !Moves(panel.Close(security))))
            {
                throw new DataFormatException(DataErrorCodes.FeatureConstant,
                    "No security's close ever changes, so that there are no returns to make features of. Check the file of closes.");
            }

            var widest = all.Max(era => era?.RowCount ?? 0);
            throw widest == 0 || panel.Securities.Count >= leastSecurities
                ? new DataFormatException(DataErrorCodes.PanelTooShort,
                    $"The panel's {panel.Dates.Count} days give {kept.Count} eras with at least {leastSecurities} securities (the widest "
                        + $"has {widest}); "
                    + $"{LeastEras} are needed. Features look back up to a year, so give a longer panel.")
                : new DataFormatException(DataErrorCodes.PanelTooNarrow,
                    $"No era has {leastSecurities} securities; the widest has {widest}. Give a panel with more securities.");
        }

        for (var f = 0; f < FeatureCatalog.All.Count; f++)
        {
            if (!kept.Exists(era => Varies(era.Feature(f))))
            {
                throw new DataFormatException(DataErrorCodes.FeatureConstant,
                    $"Feature '{FeatureCatalog.All[f].Name}' ({FeatureCatalog.All[f].Formula}) is the same for all securities, or "
                        + "missing, in every era. "
                    + "Check the closes and volumes it is made of.");
            }
        }

        CheckConsecutive(days, kept, panel);
    }

    private static void CheckConsecutive(int[] days, List<RawEra> kept, PricePanel panel)
    {
        var at = Array.IndexOf(days, kept[0].Day);
        foreach (var era in kept)
        {
            if (days[at++] != era.Day)
            {
                throw new DataFormatException(DataErrorCodes.PanelGap,
                    $"The week that ends on {panel.Dates[days[at - 1]]:yyyy-MM-dd} has too few securities, though weeks before and after "
                        + "it have enough. Fill the gap, or drop the day if it was no trading day (--thin-days drop).");
            }
        }
    }

    private static bool Varies(ReadOnlySpan<float> values)
    {
        var first = float.NaN;
        foreach (var value in values)
        {
            if (!float.IsNaN(value))
            {
                first = float.IsNaN(first) ? value : first;
                if (value != first)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Moves(ReadOnlySpan<double> closes)
    {
        var first = double.NaN;
        foreach (var close in closes)
        {
            if (close != first && !double.IsNaN(first) && !double.IsNaN(close))
            {
                return true;
            }

            first = double.IsNaN(first) ? close : first;
        }

        return false;
    }
}
