using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Numerai.Grains.Calls;

namespace Numerai.Grains.Tests.Behaviour;

/// <summary>Counts the turns of actors, which is what a cluster's messages are about.</summary>
internal sealed class RoundTraffic : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, int> _turns = new(StringComparer.Ordinal);

    public RoundTraffic()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == ActorMetrics.TurnsName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, _, tags, _) =>
            _turns.AddOrUpdate($"{Tag(tags, "actor")}.{Tag(tags, "method")}", 1, (_, count) => count + 1));
        _listener.Start();
    }

    public int All => _turns.Values.Sum();

    public int Of(string actor, string method) => _turns.GetValueOrDefault($"{actor}.{method}");

    public override string ToString() =>
        string.Join('\n', _turns.OrderBy(turn => turn.Key, StringComparer.Ordinal).Select(turn => $"{turn.Key} {turn.Value}"));

    public void Dispose() => _listener.Dispose();

    private static object? Tag(ReadOnlySpan<KeyValuePair<string, object?>> tags, string name)
    {
        foreach (var tag in tags)
        {
            if (tag.Key == name)
            {
                return tag.Value;
            }
        }

        return null;
    }
}
