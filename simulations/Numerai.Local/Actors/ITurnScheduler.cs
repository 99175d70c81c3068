namespace Numerai.Local.Actors;

/// <summary>Where turns run.</summary>
internal interface ITurnScheduler
{
    /// <summary>Whether the calling thread may run a turn of an idle actor at once.</summary>
    bool RunsInline { get; }

    /// <summary>How the tasks of turns are completed.</summary>
    TaskCreationOptions Completion { get; }

    /// <summary>Whether the calling code has to be let in before it may call an actor.</summary>
    bool IsOutside { get; }

    /// <summary>Lets a call in.</summary>
    Task<T> EnterAsync<T>(Func<Task<T>> call);

    /// <summary>Runs a turn later.</summary>
    void Queue(Turn turn);
}
