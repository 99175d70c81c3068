namespace Numerai.Local.Actors;

/// <summary>
/// Runs all turns, and all that follows their waits, on one thread in an order that depends on the seed alone. Whoever calls from
/// outside lends it the calling thread until the call is answered.
/// </summary>
internal sealed class DeterministicScheduler(int seed) : SynchronizationContext, ITurnScheduler
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);

    private readonly Random _random = new(seed);
    private readonly List<(SendOrPostCallback Callback, object? State)> _ready = [];
    private readonly Lock _outside = new();
    private readonly object _signal = new();
    private int _thread;

    public bool RunsInline => false;

    /// <summary>Continuations without a context would run on the pool otherwise.</summary>
    public TaskCreationOptions Completion => TaskCreationOptions.None;

    /// <summary>Inside is what runs on the one thread.</summary>
    public bool IsOutside => Environment.CurrentManagedThreadId != Volatile.Read(ref _thread);

    public void Queue(Turn turn) => Post(static state => ((Turn)state!).Execute(), turn);

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_signal)
        {
            _ready.Add((d, state));
            Monitor.Pulse(_signal);
        }
    }

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs a piece of client code and all that it sets off; returns when the client code is done.</summary>
    public Task<T> EnterAsync<T>(Func<Task<T>> call)
    {
        if (!IsOutside)
        {
            return call();
        }

        lock (_outside)
        {
            var before = Current;
            SetSynchronizationContext(this);
            Volatile.Write(ref _thread, Environment.CurrentManagedThreadId);
            try
            {
                var task = call();
                while (!task.IsCompleted)
                {
                    RunOne();
                }

                return task;
            }
            finally
            {
                Volatile.Write(ref _thread, 0);
                SetSynchronizationContext(before);
            }
        }
    }

    private void RunOne()
    {
        (SendOrPostCallback Callback, object? State) next;
        lock (_signal)
        {
            // Empty while something outside is waited for: a file, a socket.
            while (_ready.Count == 0)
            {
                if (!Monitor.Wait(_signal, _patience))
                {
                    throw new TimeoutException(
                        $"Nothing has become ready to run for {_patience.TotalSeconds} seconds, but the call is not answered.");
                }
            }

            var place = _random.Next(_ready.Count);
            next = _ready[place];
            _ready.RemoveAt(place);
        }

        next.Callback(next.State);
    }
}
