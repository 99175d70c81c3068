using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Numerai.Storage.Actors;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;

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
    private readonly Dictionary<string, int> _times = new(StringComparer.Ordinal);
    private readonly Func<FaultStep, FaultEffect> _decide;
    private readonly HeldStep? _held;
    private long _steps;

    private FaultPlan(Func<FaultStep, FaultEffect> decide, HeldStep? held = null) => (_decide, _held) = (decide, held);

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

    /// <summary>Nothing goes wrong but what is held.</summary>
    public static FaultPlan Holding(HeldStep held) => new(_ => FaultEffect.None, held);

    /// <summary>Exactly one thing goes wrong: at step position / 3, in the manner position % 3.</summary>
    public static FaultPlan At(long position) =>
        new(step => step.Number == position / _effects.Length ? _effects[position % _effects.Length] : FaultEffect.None);

    /// <summary>Every step goes wrong with the given probability.</summary>
    public static FaultPlan Seeded(int seed, double rate)
    {
        var random = new Random(seed);
        return new FaultPlan(_ => random.NextDouble() < rate ? _effects[random.Next(_effects.Length)] : FaultEffect.None);
    }

    /// <summary>
    /// Every step goes wrong with the given probability, decided by what is done and how many times it was tried: the same faults whatever
    /// the order in which many things go on at once.
    /// </summary>
    /// <param name="seed">Other seeds, other faults.</param>
    /// <param name="rate">Share of steps that go wrong, 0 to 1.</param>
    /// <param name="points">Where; everywhere when there are none.</param>
    public static FaultPlan Named(int seed, double rate, params ImmutableArray<FaultPoint> points) => new(step =>
    {
        var drawn = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}|{step.Point}|{step.What}|{step.Time}"));
        return (points.IsEmpty || points.Contains(step.Point)) && BitConverter.ToUInt32(drawn) < rate * uint.MaxValue
            ? _effects[drawn[8] % _effects.Length]
            : FaultEffect.None;
    });

    /// <summary>Rows whose writes go by this plan.</summary>
    public IActorRows Over(IActorRows rows) => new FaultyActorRows(rows, this);

    /// <summary>An object store whose writes go by this plan.</summary>
    public IObjectStore Over(IObjectStore objects) => new FaultyObjectStore(objects, this);

    /// <summary>A submission store whose changes go by this plan.</summary>
    public ISubmissionStore Over(ISubmissionStore submissions) => new FaultySubmissionStore(submissions, this);

    /// <summary>A publisher that goes by this plan.</summary>
    public IEventPublisher Over(IEventPublisher publisher) => new FaultyPublisher(publisher, this);

    /// <summary>Data files whose publishing fails by this plan.</summary>
    public IDatasetStore Over(IDatasetStore datasets) => new FaultyDatasetStore(datasets, this);

    /// <summary>Votes whose casting fails by this plan.</summary>
    public IBallotStore Over(IBallotStore ballots) => new FaultyBallotStore(ballots, this);

    /// <summary>Does something that can go wrong.</summary>
    /// <param name="point">Where.</param>
    /// <param name="what">With what, such as "participant/...".</param>
    /// <param name="work">The thing, which is done twice where the plan says so.</param>
    public async Task<T> ApplyAsync<T>(FaultPoint point, string what, Func<Task<T>> work)
    {
        var effect = (_held is null ? null : await _held.HoldAsync(point, what)) ?? Next(point, what);
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

    internal Task<T> CallAsync<T>(string actor, string method, Func<Task<T>> call) =>
        ApplyAsync(FaultPoint.Call, $"{actor}.{method}", call);

    private FaultEffect Next(FaultPoint point, string what)
    {
        lock (_lock)
        {
            if (!Enabled)
            {
                return FaultEffect.None;
            }

            var time = _times[$"{point} {what}"] = _times.GetValueOrDefault($"{point} {what}") + 1;
            var effect = _decide(new FaultStep(_steps, point, what, time));
            if (effect != FaultEffect.None)
            {
                _injected.Add($"{_steps}: {effect} {point} {what}");
            }

            _steps++;
            return effect;
        }
    }

    /// <summary>One step at which something can go wrong.</summary>
    /// <param name="Time">How many times the same was tried, this time included.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct FaultStep(long Number, FaultPoint Point, string What, int Time);
}
