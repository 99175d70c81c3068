using Numerai.Tournament.Clocks;
using System.Globalization;

namespace Numerai.Silo.Clocks;

/// <summary>A virtual clock whose time outlives the process: what has happened must not lie in the future after the next start.</summary>
internal sealed class KeptClock
{
    private const string FileName = "virtual-clock";

    private readonly string _path;

    private KeptClock(string path, VirtualClock clock)
    {
        _path = path;
        Clock = clock;
    }

    public VirtualClock Clock { get; }

    /// <summary>Starts at <paramref name="start"/>, or where the last run ended when that is later.</summary>
    public static KeptClock Open(string folder, DateTimeOffset start)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return new KeptClock(path, new VirtualClock(start));
        }

        if (!DateTimeOffset.TryParse(File.ReadAllText(path), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var kept))
        {
            throw new InvalidDataException($"{path} does not hold a time; remove it to start the clock at {start:O}.");
        }

        return new KeptClock(path, new VirtualClock(kept > start ? kept : start));
    }

    /// <summary>Notes the time before it is reached, so that a crash in between leaves the clock ahead of everything that happened.</summary>
    public void AdvanceTo(DateTimeOffset time)
    {
        var next = _path + ".next";
        File.WriteAllText(next, time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        File.Move(next, _path, overwrite: true);
        Clock.AdvanceTo(time);
    }
}
