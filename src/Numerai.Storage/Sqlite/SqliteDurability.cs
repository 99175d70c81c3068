namespace Numerai.Storage.Sqlite;

/// <summary>What a committed transaction survives.</summary>
public enum SqliteDurability
{
    /// <summary>
    /// The end of the process at any moment, kill -9 included, since commits are in the operating system's hands. When the machine
    /// loses power the file stays sound but the newest commits may be gone.
    /// </summary>
    Process,

    /// <summary>Loss of power too: every commit waits for the disk. Writes that come in together share one wait.</summary>
    Power,
}
