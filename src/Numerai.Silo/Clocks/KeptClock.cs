using Numerai.Storage.Files;
using Numerai.Tournament.Actors.Clocks;

namespace Numerai.Silo.Clocks;

/// <summary>A virtual clock whose time outlives the process: what has happened must not lie in the future after the next start.</summary>
internal sealed class KeptClock
{
    private readonly string _folder;

    private KeptClock(string folder, VirtualClock clock)
    {
        _folder = folder;
        Clock = clock;
    }

    public VirtualClock Clock { get; }

    /// <summary>
    /// Starts at <paramref name="start"/>, or where the last run ended when that is later; marks the folder as one that lives on a virtual
    /// clock.
    /// </summary>
    public static KeptClock Open(string folder, DateTimeOffset start)
    {
        var time = ClockMark.Read(folder) is { } kept && kept > start ? kept : start;
        ClockMark.Write(folder, time);
        return new KeptClock(folder, new VirtualClock(time));
    }

    /// <summary>
    /// Notes the time before it is reached, so that a crash in between leaves the clock ahead of everything that happened.
    /// </summary>
    public void AdvanceTo(DateTimeOffset time)
    {
        ClockMark.Write(_folder, time);
        Clock.AdvanceTo(time);
    }
}
