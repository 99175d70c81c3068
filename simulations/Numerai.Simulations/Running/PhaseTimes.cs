using System.Diagnostics;

namespace Numerai.Simulations.Running;

/// <summary>Where the time of a run went, phase by phase.</summary>
public sealed class PhaseTimes
{
    private readonly SortedDictionary<string, TimeSpan> _times = new(StringComparer.Ordinal);
    private string? _phase;
    private long _since;

    public IReadOnlyDictionary<string, TimeSpan> Times => _times;

    public void Begin(string phase)
    {
        End();
        (_phase, _since) = (phase, Stopwatch.GetTimestamp());
    }

    public void End()
    {
        if (_phase is not null)
        {
            _times[_phase] = _times.GetValueOrDefault(_phase) + Stopwatch.GetElapsedTime(_since);
            _phase = null;
        }
    }
}
