namespace Numerai.Local.Actors;

internal sealed class Turn<T>(ActorSlot slot, Func<Task<T>> run, TaskCreationOptions options) : Turn
{
    private readonly TaskCompletionSource<T> _completion = new(options);

    public Task<T> Task => _completion.Task;

    protected override void Start() => _ = RunAsync();

    private async Task RunAsync()
    {
        T result;
        try
        {
            result = await run();
        }
#pragma warning disable CA1031 // The caller gets it from the task.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            slot.Leave();
            _completion.SetException(fault);
            return;
        }

        // The slot is free before the caller goes on, so that its next call finds it idle.
        slot.Leave();
        _completion.SetResult(result);
    }
}
