namespace Numerai.Tournament.Actors;

/// <summary>
/// How an actor goes on with long work in short turns: a later turn of its own, work beside its turns, and a wait that has an end. What
/// was asked for may be lost with the actor's activation; what is left to do stands in its row.
/// </summary>
public interface IContinuations
{
    /// <summary>Where actors of this host run, for people: a silo's name.</summary>
    string Place { get; }

    /// <summary>Runs a turn of the calling actor after the present one. It queues like a call from outside.</summary>
    /// <param name="actor">The activation that asks; when it is gone by then, nothing is run.</param>
    /// <param name="source">The actor's kind and key.</param>
    /// <param name="turn">What to run.</param>
    /// <param name="after">Not before that; a host without real time waits for its next tick.</param>
    void Continue(object actor, string source, Func<Task> turn, TimeSpan after);

    /// <summary>Runs work that takes long beside the turns. It touches nothing of the actor's.</summary>
    Task<T> BesideAsync<T>(Func<Task<T>> work);

    /// <summary>
    /// Waits until work is done, well or badly, or the activation that waits is gone, or patience is over. A host without real time has
    /// all the patience. It never throws for the work.
    /// </summary>
    /// <returns>Whether the work is done.</returns>
    Task<bool> WithinAsync(object actor, Task work, TimeSpan patience);
}
