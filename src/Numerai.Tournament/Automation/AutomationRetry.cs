namespace Numerai.Tournament.Automation;

/// <summary>What failed on a web feed. It is not downloaded again at every tick, but after waits that grow.</summary>
/// <param name="Step">Which, such as "round 3: score day 5".</param>
/// <param name="Attempts">How often it has failed.</param>
/// <param name="Next">Not asked for before.</param>
public sealed record AutomationRetry(string Step, int Attempts, DateTimeOffset Next)
{
    private const int MostDoublings = 4;
    private static readonly TimeSpan _first = TimeSpan.FromMinutes(1);

    /// <param name="before">The one it failed with before; null when it is the first time.</param>
    /// <param name="step">The step.</param>
    /// <param name="missing">The feed answered that it has no such file yet; that costs little and is looked for every minute.</param>
    /// <param name="now">When it failed.</param>
    public static AutomationRetry After(AutomationRetry? before, string step, bool missing, DateTimeOffset now)
    {
        var attempts = missing ? 1 : (before?.Attempts ?? 0) + 1;
        return new AutomationRetry(step, attempts, now + (_first * (1 << Math.Min(attempts - 1, MostDoublings))));
    }
}
