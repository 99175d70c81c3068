namespace Numerai.Client.Datasets.Files;

/// <summary>
/// Decodes on a thread of its own, for as long as the caller and the time limit allow. Work that does not stop when it is told to is
/// left behind, and the file is busy until it ends.
/// </summary>
internal sealed class BoundedWork(string name, DatasetReaderOptions options, GuardedStream stream)
{
    private int _busy;

    /// <param name="what">For the sentence, such as "column 'id'".</param>
    public async Task<T> RunAsync<T>(string what, Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var deadline = new CancellationTokenSource(options.Timeout, options.Time);
        if (Interlocked.Exchange(ref _busy, 1) != 0)
        {
            throw new InvalidOperationException(
                $"File '{name}' is being read: a reader serves one read at a time, and none after one that was given up.");
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, deadline.Token);
        var token = either.Token;
        var task = Task.Run(() => WorkAsync(work, token), CancellationToken.None);

        // What is thrown after it was given up, nobody hears.
        _ = task.ContinueWith(
            static ended => _ = ended.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        try
        {
            return await task.WaitAsync(token).ConfigureAwait(false);
        }
        catch (Exception fault) when (token.IsCancellationRequested)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new DatasetException(
                DatasetException.TimedOut,
                $"Reading {what} of file '{name}' took longer than {options.Timeout.TotalSeconds:0.#} s and was given up.",
                fault);
        }
        catch (Exception fault)
        {
            throw DatasetFault.Of(name, fault);
        }
    }

    private async Task<T> WorkAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken token)
    {
        try
        {
            stream.Begin(token);
            return await work(token).ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref _busy, 0);
        }
    }
}
