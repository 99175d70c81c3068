using Microsoft.Extensions.Logging;

namespace Numerai.Local;

/// <summary>One thing that is done at every tick, once at a time. However long it takes, it keeps no other lane waiting.</summary>
internal sealed class TickerLane(string what, Func<Task> work, ILogger logger, CancellationToken stopping) : IAsyncDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private volatile bool _stopped;

    /// <summary>Does the work, after what is under way. What fails is logged and tried again with the next tick.</summary>
    public async Task RunAsync()
    {
        await _oneAtATime.WaitAsync();
        try
        {
            if (!_stopped)
            {
                await work();
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What was broken off because the host stops goes on with the next start.
        }
#pragma warning disable CA1031 // A background task has nobody to throw to; the log has it, and the next tick tries again.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            logger.LogError(fault, "A tick failed at {What}; the next one tries again.", what);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Leaves it to the next tick while the work is still under way.</summary>
    public Task RunUnlessBusyAsync() => _oneAtATime.CurrentCount > 0 ? RunAsync() : Task.CompletedTask;

    /// <summary>Waits for what is under way; what comes later finds that it is over.</summary>
    public async ValueTask DisposeAsync()
    {
        _stopped = true;
        await _oneAtATime.WaitAsync();
        _oneAtATime.Release();
    }
}
