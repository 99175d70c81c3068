namespace Numerai.Local.Faults;

/// <summary>
/// One step that is held open before anything of it is done, until it is said what comes of it. So what others see while it is under way
/// can be looked at. Only the first such step after <see cref="Arm"/> is held.
/// </summary>
/// <param name="point">Where.</param>
/// <param name="what">Of what, such as "participant/0f3c...".</param>
public sealed class HeldStep(FaultPoint point, string what)
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<FaultEffect> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _armed;

    /// <summary>Completes when the step is held.</summary>
    public Task Reached => _reached.Task;

    /// <summary>From now on the step is waited for.</summary>
    public void Arm() => Interlocked.Exchange(ref _armed, 1);

    /// <summary>Lets the step go on, to fail as it is said or to succeed.</summary>
    public void End(FaultEffect effect) => _end.SetResult(effect);

    /// <summary>Null when this is not the step.</summary>
    internal async Task<FaultEffect?> HoldAsync(FaultPoint at, string of)
    {
        if (at != point || of != what || Interlocked.Exchange(ref _armed, 0) == 0)
        {
            return null;
        }

        _reached.SetResult();
        return await _end.Task;
    }
}
