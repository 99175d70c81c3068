namespace Numerai.Storage.Postgres;

/// <summary>What a process connects for. Each use has a pool of its own, so that none waits for the connections of another.</summary>
public enum PostgresUse
{
    /// <summary>Everything the platform stores.</summary>
    Stores,

    /// <summary>What is known to take long: migrations, an import, reads of whole tables for checkpoints, proofs and standings.</summary>
    LongWork,

    /// <summary>Which silos there are.</summary>
    Membership,

    /// <summary>What grains are woken for.</summary>
    Reminders,
}
