using System.Globalization;

namespace Numerai.Data.Panels;

/// <summary>What a panel must satisfy. Each breach is refused with its own code, naming the security and the day.</summary>
internal static class PanelChecks
{
    /// <summary>Longest pause between two trading days that still reads as a closing of the whole market: Shanghai closed for 11 days in
    /// 2020, Moscow for 28 in 2022, Athens for 38 in 2015. Cairo's 55 of 2011 have to be declared.</summary>
    public const int LongestClosingDays = 38;

    public static void Check(PricePanel panel, double[] close, double[] dollarVolume, bool[]? member, int longestClosing)
    {
        if (panel.Dates.Count == 0 || panel.Securities.Count == 0)
        {
            throw new DataFormatException(DataErrorCodes.PanelEmpty,
                $"The panel has {panel.Dates.Count} days and {panel.Securities.Count} securities; it needs both.");
        }

        var cells = panel.Dates.Count * panel.Securities.Count;
        if (close.Length != cells || dollarVolume.Length != cells || (member is not null && member.Length != cells)
            || panel.Sectors.Count != panel.Securities.Count)
        {
            throw new DataFormatException(DataErrorCodes.PanelShape,
                $"{panel.Dates.Count} days x {panel.Securities.Count} securities need {cells} cells in each field; closes have "
                    + $"{close.Length}, "
                + $"volumes {dollarVolume.Length}, membership {member?.Length ?? cells}, sectors {panel.Sectors.Count} of "
                    + $"{panel.Securities.Count}.");
        }

        CheckDates(panel.Dates, longestClosing);
        CheckSecurities(panel.Securities);
        CheckValues(panel, close, dollarVolume);
    }

    private static void CheckDates(IReadOnlyList<DateOnly> dates, int longestClosing)
    {
        for (var i = 1; i < dates.Count; i++)
        {
            if (dates[i] == dates[i - 1])
            {
                throw new DataFormatException(DataErrorCodes.PanelDuplicateDate, $"The day {Text(dates[i])} is there twice.");
            }

            if (dates[i] < dates[i - 1])
            {
                throw new DataFormatException(DataErrorCodes.PanelDates,
                    $"Days must ascend, but {Text(dates[i])} follows {Text(dates[i - 1])}.");
            }

            var pause = dates[i].DayNumber - dates[i - 1].DayNumber;
            if (pause > longestClosing)
            {
                throw new DataFormatException(DataErrorCodes.PanelGap,
                    $"There is no trading day for {pause} days after {Text(dates[i - 1])}; at most {longestClosing} are taken for a closed "
                        + $"market. Fill the gap, cut the panel there, or, if the market was closed, say --longest-closing {pause}.");
            }
        }
    }

    private static void CheckSecurities(IReadOnlyList<string> securities)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var security in securities)
        {
            if (string.IsNullOrWhiteSpace(security) || !seen.Add(security))
            {
                throw new DataFormatException(DataErrorCodes.PanelDuplicateSecurity,
                    $"Security '{security}' is there twice or has no name.");
            }
        }
    }

    private static void CheckValues(PricePanel panel, double[] close, double[] dollarVolume)
    {
        for (var i = 0; i < close.Length; i++)
        {
            if (double.IsInfinity(close[i]) || double.IsInfinity(dollarVolume[i]))
            {
                throw Refuse(DataErrorCodes.PanelValueNotFinite, panel, i, "has an infinite close or volume");
            }

            if (close[i] <= 0)
            {
                throw Refuse(DataErrorCodes.PanelPriceNotPositive, panel, i,
                    $"has the close {close[i]}; leave the cell empty when there was no price");
            }

            if (dollarVolume[i] < 0)
            {
                throw Refuse(DataErrorCodes.PanelVolumeNegative, panel, i, $"has the dollar volume {dollarVolume[i]}");
            }
        }
    }

    private static DataFormatException Refuse(string code, PricePanel panel, int cell, string what) =>
        new(code, $"Security '{panel.Securities[cell / panel.Dates.Count]}' on {Text(panel.Dates[cell % panel.Dates.Count])} {what}.");

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
