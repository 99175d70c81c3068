using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Numerai.Grains.Calls;

/// <summary>What calls of actors cost: how many there are, of which kind, and how long their turns take.</summary>
public static class ActorMetrics
{
    public const string MeterName = "Numerai.Actors";

    public const string TurnsName = "numerai.actor.turns";

    public const string HeldName = "numerai.shards.held";

    public const string StepsName = "numerai.round.steps";

    public const string StillName = "numerai.round.step.still";

    /// <summary>
    /// When the steps under way here last moved, by the activation: silos in one process may each have a round of the same number.
    /// </summary>
    private static readonly ConcurrentDictionary<object, long> _moved = new(ReferenceEqualityComparer.Instance);

    private static readonly Meter _meter = new(MeterName);

    private static readonly Histogram<double> _turns = _meter.CreateHistogram<double>(
        TurnsName, "s", "Turns of actors: their number and their time, by actor, method and whether they ended in a fault.");

    private static readonly UpDownCounter<long> _held = _meter.CreateUpDownCounter<long>(
        HeldName, "By", "Memory that scoring shards hold between two calls of a step, for the predictions they work on.");

    private static readonly Histogram<double> _steps = _meter.CreateHistogram<double>(
        StepsName, "s", "Steps of rounds that are over: how long they took since they were asked for, by step and outcome.");

    /// <summary>A gauge is asked by whoever listens; nothing here reads it.</summary>
    static ActorMetrics() => _meter.CreateObservableGauge(
        StillName, Still, "s", "How long the step under way on this silo has not moved that has waited longest; 0 without one.");

    internal static void StepMoved(object activation) => _moved[activation] = Stopwatch.GetTimestamp();

    internal static void StepGone(object activation) => _moved.TryRemove(activation, out _);

    internal static void RecordStep(string step, string outcome, TimeSpan time) =>
        _steps.Record(time.TotalSeconds, new TagList { { "step", step }, { "outcome", outcome } });

    private static double Still() =>
        _moved.Values.Select(moved => Stopwatch.GetElapsedTime(moved).TotalSeconds).DefaultIfEmpty().Max();

    internal static void HeldChanged(long bytes) => _held.Add(bytes);

    internal static void Record(string actor, string method, bool fault, TimeSpan time)
    {
        var tags = new TagList { { "actor", actor }, { "method", method }, { "fault", fault } };
        _turns.Record(time.TotalSeconds, tags);
    }
}
