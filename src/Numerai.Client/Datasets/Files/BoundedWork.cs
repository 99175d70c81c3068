namespace Numerai.Client.Datasets.Files;

/// <summary>
/// Decodes on a thread of its own, for as long as the caller and the time limit allow. Work that does not stop when it is told to is left behind, and the
/// file is busy until it ends.
/// </summary>
internal sealed class BoundedWork(string name, DatasetReaderOptions options, GuardedStream stream)
{
    private int _busy;

    /// <param name="what">For the sentence, such as "column 'id'".</param>
    public async Task<T> RunAsync<T>(string what, Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (Interlocked.Exchange(ref _busy, 1) != 0)
        {
            throw new InvalidOperationException($"File '{name}' is being read: a reader serves one read at a time, and none after one that was given up.");
        }

        using var deadline = new CancellationTokenSource(options.Timeout, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, deadline.Token);
        var token = either.Token;
        var task = Task.Run(
            () =>
            {
                stream.Begin(token);
                return work(token);
            },
            CancellationToken.None);
        _ = task.ContinueWith(
            ended =>
            {
                _ = ended.Exception;
                Volatile.Write(ref _busy, 0);
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        try
        {
            return await task.WaitAsync(token).ConfigureAwait(false);
        }
        catch (Exception fault) when (token.IsCancellationRequested)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new DatasetException(
                DatasetException.TimedOut, $"Reading {what} of file '{name}' took longer than {options.Timeout.TotalSeconds:0.#} s and was given up.", fault);
        }
        catch (Exception fault)
        {
            throw DatasetFault.Of(name, fault);
        }
    }
}
