namespace Numerai.Storage.Postgres;

/// <summary>What a write holds of its lane until it is committed.</summary>
internal enum PostgresLock
{
    None,
    Shared,
    Exclusive,
}
