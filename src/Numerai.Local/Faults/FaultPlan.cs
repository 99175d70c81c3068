namespace Numerai.Local.Faults;

/// <summary>
/// Decides at every step at which something can go wrong whether it does. Steps are counted; on a deterministic host the same history
/// has the same steps, so a fault at every single one of them can be tried.
/// </summary>
public sealed class FaultPlan
{
    private static readonly FaultEffect[] _effects = [FaultEffect.Before, FaultEffect.After, FaultEffect.Twice];

    private readonly Lock _lock = new();
    private readonly List<string> _injected = [];
    private readonly Func<long, FaultEffect> _decide;
    private long _steps;

    private FaultPlan(Func<long, FaultEffect> decide) => _decide = decide;

    /// <summary>Number of steps so far; single faults have positions below three times that.</summary>
    public long Steps
    {
        get
        {
            lock (_lock)
            {
                return _steps;
            }
        }
    }

    /// <summary>What went wrong so far, such as "3: After Write participant/...".</summary>
    public IReadOnlyList<string> Injected
    {
        get
        {
            lock (_lock)
            {
                return [.. _injected];
            }
        }
    }

    /// <summary>While false, nothing goes wrong and no steps are counted.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Nothing goes wrong; counts the steps.</summary>
    public static FaultPlan None() => new(_ => FaultEffect.None);

    /// <summary>Exactly one thing goes wrong: at step position / 3, in the manner position % 3.</summary>
    public static FaultPlan At(long position) =>
        new(step => step == position / _effects.Length ? _effects[position % _effects.Length] : FaultEffect.None);

    /// <summary>Every step goes wrong with the given probability.</summary>
    public static FaultPlan Seeded(int seed, double rate)
    {
        var random = new Random(seed);
        return new FaultPlan(_ => random.NextDouble() < rate ? _effects[random.Next(_effects.Length)] : FaultEffect.None);
    }

    internal async Task<T> ApplyAsync<T>(FaultPoint point, string what, Func<Task<T>> work)
    {
        var effect = Next(point, what);
        if (effect == FaultEffect.Before)
        {
            throw new InjectedFaultException($"{point} of {what} failed before it was done.");
        }

        var result = await work();
        return effect switch
        {
            FaultEffect.After => throw new InjectedFaultException($"{point} of {what} failed after it was done."),
            FaultEffect.Twice => await work(),
            _ => result,
        };
    }

    internal Task<T> CallAsync<T>(string actor, string method, Func<Task<T>> call) => ApplyAsync(FaultPoint.Call, $"{actor}.{method}", call);

    private FaultEffect Next(FaultPoint point, string what)
    {
        lock (_lock)
        {
            if (!Enabled)
            {
                return FaultEffect.None;
            }

            var effect = _decide(_steps);
            if (effect != FaultEffect.None)
            {
                _injected.Add($"{_steps}: {effect} {point} {what}");
            }

            _steps++;
            return effect;
        }
    }
}
