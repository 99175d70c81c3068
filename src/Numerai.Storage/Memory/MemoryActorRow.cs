namespace Numerai.Storage.Memory;

/// <summary>One row of <see cref="MemoryActorRows"/> in its stored form.</summary>
/// <param name="Json">The actor's state with its outbox.</param>
public sealed record MemoryActorRow(string Kind, string Key, long Version, long NextSequence, byte[] Json);
