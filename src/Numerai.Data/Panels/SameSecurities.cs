using System.Globalization;

namespace Numerai.Data.Panels;

/// <summary>Finds one security under two names: names that differ in case or signs only, or the same closes day by day.</summary>
internal static class SameSecurities
{
    /// <summary>Latest days that are compared; that many have to have a price, and it has to move.</summary>
    private const int Compared = 60;
    private const int Least = 20;

    public static PanelOddity? Find(PricePanel panel)
    {
        var all = Enumerable.Range(0, panel.Securities.Count);
        string[] pairs = [
            .. Groups(panel, all.GroupBy(security => Signless(panel.Securities[security]), StringComparer.Ordinal)),
            .. Groups(panel, all.Where(security => Closes(panel.Close(security)) is not null)
                .GroupBy(security => Closes(panel.Close(security))!, StringComparer.Ordinal))];
        pairs = [.. pairs.Distinct(StringComparer.Ordinal)];
        return pairs.Length == 0 ? null : new PanelOddity(PanelOddityKinds.SameSecurity, pairs.Length, PanelOddities.Some(pairs),
            "Looks like one security under several names. Keep one of them, or give a renamed one a single name over the whole panel.");
    }

    private static IEnumerable<string> Groups<T>(PricePanel panel, IEnumerable<IGrouping<T, int>> groups) => groups
        .Where(group => group.Count() > 1)
        .Select(group => string.Join(" = ", group.Take(3).Select(security => panel.Securities[security])));

    private static string Signless(string name) =>
        string.Concat(name.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)) is { Length: > 0 } plain ? plain : name;

    /// <summary>The latest closes with their days as text; null when they are few or do not move.</summary>
    private static string? Closes(ReadOnlySpan<double> close)
    {
        var parts = new List<string>();
        var moves = false;
        var last = double.NaN;
        for (var day = close.Length - 1; day >= 0 && parts.Count < Compared; day--)
        {
            if (!double.IsNaN(close[day]))
            {
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"{day}:{close[day]:R}"));
                moves |= !double.IsNaN(last) && close[day] != last;
                last = close[day];
            }
        }

        return parts.Count >= Least && moves ? string.Join(' ', parts) : null;
    }
}
