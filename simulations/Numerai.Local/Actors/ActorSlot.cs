namespace Numerai.Local.Actors;

/// <summary>
/// The place of one actor: at most one activation, one turn at a time, the others in the order they came. A slot is taken out of the
/// table when it was idle for long; its activation goes with it.
/// </summary>
internal sealed class ActorSlot
{
    private readonly ActorRuntime _runtime;
    private readonly Lock _lock = new();
    private Queue<Turn>? _waiting;
    private bool _busy;
    private volatile Activation? _activation;

    public ActorSlot(ActorRuntime runtime, ActorKind kind, string key, long number)
    {
        _runtime = runtime;
        Kind = kind;
        Key = key;
        Number = number;
        Proxy = ActorProxy.Create(kind.Contract, this);
    }

    public ActorKind Kind { get; }

    public string Key { get; }

    public string Name => $"{Kind.Name}/{Key}";

    /// <summary>Order of making, the same in every run of a deterministic host.</summary>
    public long Number { get; }

    public object Proxy { get; }

    public volatile bool Retired;

    /// <summary>Set by every call, cleared by the sweep: what it finds cleared was idle since the sweep before.</summary>
    public volatile bool Used;

    public bool Active => _activation is not null;

    public bool Names(ActorSlot other) => ReferenceEquals(this, other) || (ReferenceEquals(Kind, other.Kind) && Key == other.Key);

    public ActorSlot Replacement() => _runtime.Slot(Kind, Key);

    public Task<T> CallAsync<T>(ActorMethod<T> method, object?[] arguments)
    {
        Used = true;
        if (_runtime.Scheduler.IsOutside)
        {
            return _runtime.Scheduler.EnterAsync(() => CallAsync(method, arguments));
        }

        if (method.Interleaves && _activation is { Spoiled: false } alive && !_runtime.Stopping)
        {
            return method.Call(alive.Actor, arguments);
        }

        var caller = CallChain.Current;
        if (_runtime.Stopping && caller is null)
        {
            return Task.FromException<T>(new ObjectDisposedException(nameof(LocalHost), "The host is stopping and takes no more calls."));
        }

        if (caller?.Contains(this) == true)
        {
            return Task.FromException<T>(new CallCycleException($"{caller} -> {Name}"));
        }

        return _runtime.Faults is { } faults
            ? faults.CallAsync(Name, method.Name, () => SendAsync(method, arguments, caller))
            : SendAsync(method, arguments, caller);
    }

    /// <summary>Runs something that is no method of the actor as a turn of it.</summary>
    public Task RunAsync(Func<ActorSlot, Task> work)
    {
        if (_runtime.Scheduler.IsOutside)
        {
            return _runtime.Scheduler.EnterAsync(async () =>
            {
                await RunAsync(work);
                return true;
            });
        }

        var turn = new Turn<bool>(
            this,
            async () =>
            {
                CallChain.Current = new CallChain(this, null);
                await work(this);
                return true;
            },
            _runtime.Scheduler.Completion);
        return TryQueue(turn) ? turn.Task : Replacement().RunAsync(work);
    }

    /// <summary>Drops the activation; the next turn reads the row again. Only within a turn.</summary>
    public void Deactivate()
    {
        if (_activation is { } alive)
        {
            _activation = null;
            _runtime.Deactivated();
            alive.Drop();
        }
    }

    /// <summary>The activation of an actor, when it is still this one.</summary>
    public Activation? Of(object actor) => _activation is { } alive && ReferenceEquals(alive.Actor, actor) ? alive : null;

    /// <summary>The activation, made when there is none. Only within a turn.</summary>
    public ValueTask<Activation> ActivateAsync() => _activation is { } alive ? new ValueTask<Activation>(alive) : ActivateSlowlyAsync();

    /// <summary>Ends a turn and starts the next.</summary>
    public void Leave()
    {
        if (_activation is { Spoiled: true })
        {
            Deactivate();
        }

        Turn? next;
        lock (_lock)
        {
            if (_waiting is null || !_waiting.TryDequeue(out next))
            {
                _busy = false;
                return;
            }
        }

        _runtime.Scheduler.Queue(next);
    }

    /// <summary>Takes the slot out of use when no turn runs or waits.</summary>
    public bool TryRetire()
    {
        lock (_lock)
        {
            if (_busy)
            {
                return false;
            }

            Retired = true;
        }

        Deactivate();
        return true;
    }

    public bool IsBusy
    {
        get
        {
            lock (_lock)
            {
                return _busy;
            }
        }
    }

    private Task<T> SendAsync<T>(ActorMethod<T> method, object?[] arguments, CallChain? caller)
    {
        if (method.Interleaves)
        {
            return ReadAsync(method, arguments);
        }

        if (_activation is { } alive && !Kind.OnPool && _runtime.Scheduler.RunsInline && TryEnter())
        {
            return RunInline(method, alive, arguments, caller);
        }

        return QueueAsync(method, arguments, caller);
    }

    /// <summary>A read that finds no activation makes one in a turn, and then runs beside turns like any other.</summary>
    private async Task<T> ReadAsync<T>(ActorMethod<T> method, object?[] arguments)
    {
        object? actor = null;
        await RunAsync(async slot => actor = (await slot.ActivateAsync()).Actor);
        return await method.Call(actor!, arguments);
    }

    private Task<T> QueueAsync<T>(ActorMethod<T> method, object?[] arguments, CallChain? caller)
    {
        var turn = new Turn<T>(this, () => RunTurnAsync(method, arguments, caller), _runtime.Scheduler.Completion);

        // Between looking the slot up and calling it, it may have gone out of use; the one in its place then takes the call.
        return TryQueue(turn) ? turn.Task : Replacement().QueueAsync(method, arguments, caller);
    }

    /// <summary>The fast way: the actor is idle and alive, so the caller's thread runs the turn up to its first wait.</summary>
    private Task<T> RunInline<T>(ActorMethod<T> method, Activation alive, object?[] arguments, CallChain? caller)
    {
        if (!ReferenceEquals(_activation, alive))
        {
            Leave();
            return QueueAsync(method, arguments, caller);
        }

        CallChain.Current = new CallChain(this, caller);
        Task<T> task;
        try
        {
            task = method.Call(alive.Actor, arguments);
        }
        finally
        {
            CallChain.Current = caller;
        }

        if (!task.IsCompleted)
        {
            return LeaveAfterAsync(task);
        }

        Leave();
        return task;
    }

    private async Task<T> LeaveAfterAsync<T>(Task<T> task)
    {
        try
        {
            return await task;
        }
        finally
        {
            Leave();
        }
    }

    private async Task<T> RunTurnAsync<T>(ActorMethod<T> method, object?[] arguments, CallChain? caller)
    {
        CallChain.Current = new CallChain(this, caller);
        var activation = await ActivateAsync();
        try
        {
            return await method.Call(activation.Actor, arguments);
        }
        catch (Faults.InjectedFaultException)
        {
            // A crash takes with it all that was only in memory.
            Deactivate();
            throw;
        }
    }

    private async ValueTask<Activation> ActivateSlowlyAsync()
    {
        var alive = await Kind.ActivateAsync(Key, _runtime.Rows, _runtime.Services);
        _activation = alive;
        _runtime.Activated(alive);
        return alive;
    }

    private bool TryEnter()
    {
        lock (_lock)
        {
            if (_busy || Retired)
            {
                return false;
            }

            _busy = true;
            return true;
        }
    }

    private bool TryQueue(Turn turn)
    {
        lock (_lock)
        {
            if (Retired)
            {
                return false;
            }

            if (_busy)
            {
                (_waiting ??= new Queue<Turn>()).Enqueue(turn);
                return true;
            }

            _busy = true;
        }

        _runtime.Scheduler.Queue(turn);
        return true;
    }
}
