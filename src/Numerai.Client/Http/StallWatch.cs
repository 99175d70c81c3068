namespace Numerai.Client.Http;

/// <summary>Cancels a transfer in which nothing moves for a while; each sign of life starts the wait again.</summary>
internal sealed class StallWatch : IDisposable
{
    private readonly CancellationTokenSource _stall;
    private readonly CancellationTokenSource _either;
    private readonly TimeSpan _patience;
    private readonly CancellationToken _caller;

    public StallWatch(NumeraiClientOptions options, CancellationToken caller)
    {
        _caller = caller;
        _patience = options.Timeout;
        _stall = new CancellationTokenSource(_patience, options.Time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(caller, _stall.Token);
    }

    public CancellationToken Token => _either.Token;

    public void Moved() => _stall.CancelAfter(_patience);

    /// <summary>Runs a transfer; its end by this watch is told from its end by the caller, and counts as a lost connection.</summary>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> transfer)
    {
        try
        {
            return await transfer(Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException fault) when (_stall.IsCancellationRequested && !_caller.IsCancellationRequested)
        {
            throw new IOException($"Nothing moved for {_patience.TotalSeconds:0} seconds.", fault);
        }
    }

    public void Dispose()
    {
        _either.Dispose();
        _stall.Dispose();
    }
}
