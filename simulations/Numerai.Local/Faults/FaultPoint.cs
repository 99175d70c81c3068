namespace Numerai.Local.Faults;

/// <summary>Where something can go wrong.</summary>
public enum FaultPoint
{
    /// <summary>An actor writes its row.</summary>
    Write,

    /// <summary>Somebody calls an actor.</summary>
    Call,

    /// <summary>An actor publishes its events.</summary>
    Publish,

    /// <summary>A turn changes the submission store.</summary>
    StoreSubmission,

    /// <summary>A turn stores an object, a data file or a vote.</summary>
    StoreObject,

    /// <summary>An actor goes on in a turn of its own. When it fails, the actor's memory goes with it, as with a process.</summary>
    Continue,
}
