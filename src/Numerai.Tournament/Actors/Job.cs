namespace Numerai.Tournament.Actors;

/// <summary>
/// Work of an actor that goes on beside its turns. Who wants the result asks for it, as often as it takes; asking twice does nothing
/// twice. One job at a time: another one begins when the one before it is over.
/// </summary>
internal sealed class Job<T>(ActorServices services, object actor)
{
    private (object Name, Task<T> Work)? _job;

    /// <summary>The result, or not done yet. A job that failed fails whoever asks, once; asked for again, it is begun again.</summary>
    /// <param name="name">What it is; compared with equality.</param>
    /// <param name="make">Does it.</param>
    /// <param name="patience">How long the turn waits for it.</param>
    public async Task<(bool Done, T? Result)> AskAsync(object name, Func<Task<T>> make, TimeSpan patience)
    {
        if (_job?.Name.Equals(name) != true)
        {
            var before = _job?.Work;
            _job = (name, services.Continuations.BesideAsync(() => AfterAsync(before, make)));
        }

        var work = _job.Value.Work;
        if (!await services.Continuations.WithinAsync(actor, work, patience))
        {
            return (false, default);
        }

        if (!work.IsCompletedSuccessfully && ReferenceEquals(_job?.Work, work))
        {
            _job = null;
        }

        return (true, await work);
    }

    /// <param name="before">Not as what it results in: only the bare task can be waited for without its fault.</param>
    private static async Task<T> AfterAsync(Task? before, Func<Task<T>> make)
    {
        if (before is not null)
        {
            await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }

        return await make();
    }
}
