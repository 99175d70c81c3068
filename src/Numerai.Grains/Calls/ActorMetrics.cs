using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Numerai.Grains.Calls;

/// <summary>What calls of actors cost: how many there are, of which kind, and how long their turns take.</summary>
public static class ActorMetrics
{
    public const string MeterName = "Numerai.Actors";

    public const string TurnsName = "numerai.actor.turns";

    public const string HeldName = "numerai.shards.held";

    private static readonly Meter _meter = new(MeterName);

    private static readonly Histogram<double> _turns = _meter.CreateHistogram<double>(
        TurnsName, "s", "Turns of actors: their number and their time, by actor, method and whether they ended in a fault.");

    private static readonly UpDownCounter<long> _held = _meter.CreateUpDownCounter<long>(
        HeldName, "By", "Memory that scoring shards hold between two calls of a step, for the predictions they work on.");

    internal static void HeldChanged(long bytes) => _held.Add(bytes);

    internal static void Record(string actor, string method, bool fault, TimeSpan time)
    {
        var tags = new TagList { { "actor", actor }, { "method", method }, { "fault", fault } };
        _turns.Record(time.TotalSeconds, tags);
    }
}
