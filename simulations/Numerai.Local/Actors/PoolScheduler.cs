namespace Numerai.Local.Actors;

/// <summary>Turns of different actors run in parallel on the thread pool.</summary>
internal sealed class PoolScheduler : ITurnScheduler
{
    /// <summary>
    /// A caller with a context of its own (a user interface, a test runner) would lend it to the turn; such calls go to the pool.
    /// </summary>
    public bool RunsInline => SynchronizationContext.Current is null;

    public TaskCreationOptions Completion => TaskCreationOptions.RunContinuationsAsynchronously;

    public bool IsOutside => false;

    public Task<T> EnterAsync<T>(Func<Task<T>> call) => call();

    public void Queue(Turn turn) => ThreadPool.UnsafeQueueUserWorkItem(turn, preferLocal: true);
}
