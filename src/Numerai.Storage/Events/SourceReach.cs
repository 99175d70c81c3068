namespace Numerai.Storage.Events;

/// <summary>How far an actor's events go.</summary>
/// <param name="Applied">Up to where the tables have them.</param>
/// <param name="Expected">Up to where its row has them.</param>
public sealed record SourceReach(long Applied, long Expected);
