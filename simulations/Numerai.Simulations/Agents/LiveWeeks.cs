using Numerai.Simulations.Markets;

namespace Numerai.Simulations.Agents;

/// <summary>The published universes of the latest weeks by their era. Stays empty in Classic, whose ids lead nowhere.</summary>
internal sealed class LiveWeeks(int kept)
{
    private readonly SortedList<int, LiveWeek> _weeks = [];

    /// <summary>Notes a week that is published.</summary>
    public void Add(MarketEra era)
    {
        if (era.Signals is { } basis && !_weeks.ContainsKey(era.Number))
        {
            _weeks.Add(era.Number, new LiveWeek(era.Number, era.Ids, era.Features, basis.Neutralizers, basis.SampleWeights));
            while (_weeks.Count > kept)
            {
                _weeks.RemoveAt(0);
            }
        }
    }

    /// <summary>What is seen in an era's week; null in Classic.</summary>
    public SignalsView? Of(int era, int earlier)
    {
        if (!_weeks.TryGetValue(era, out var live))
        {
            return null;
        }

        var before = _weeks.Values.Where(week => week.Era < era && week.Era >= era - earlier).Reverse();
        return new SignalsView(live, [.. before.Select(week => new EarlierWeek(week, Rows(live, week)))]);
    }

    private static int[] Rows(LiveWeek live, LiveWeek then) => Array.ConvertAll(live.Tickers, ticker =>
    {
        var row = Array.BinarySearch(then.Tickers, ticker, StringComparer.Ordinal);
        return row >= 0 ? row : -1;
    });
}
