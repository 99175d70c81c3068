namespace Numerai.Local;

/// <summary>How a host runs its actors.</summary>
public enum HostMode
{
    /// <summary>Turns of different actors run in parallel on the thread pool.</summary>
    Parallel,

    /// <summary>All turns run on the caller's thread in an order that depends on the seed alone.</summary>
    Deterministic,
}
