using System.Diagnostics;

namespace Numerai.Simulations.Running;

/// <summary>Where the time of a run went, phase by phase.</summary>
public sealed class PhaseTimes
{
    private readonly SortedDictionary<string, PhaseTime> _times = new(StringComparer.Ordinal);
    private string? _phase;
    private long _since;
    private TimeSpan _processor;

    public IReadOnlyDictionary<string, PhaseTime> Times => _times;

    public void Begin(string phase)
    {
        End();
        (_phase, _since, _processor) = (phase, Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
    }

    public void End()
    {
        if (_phase is not null)
        {
            var before = _times.GetValueOrDefault(_phase, new PhaseTime(TimeSpan.Zero, TimeSpan.Zero));
            _times[_phase] = new PhaseTime(
                before.Wall + Stopwatch.GetElapsedTime(_since), before.Processor + (Environment.CpuUsage.TotalTime - _processor));
            _phase = null;
        }
    }
}
