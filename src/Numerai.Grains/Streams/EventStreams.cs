namespace Numerai.Grains.Streams;

/// <summary>
/// The streams that carry events: one for each kind of actor, such as "round", under one provider and one namespace. A grain of the
/// operator's own listens with <c>[ImplicitStreamSubscription(EventStreams.Namespace)]</c> and the kind as its key.
/// </summary>
/// <remarks>
/// Streams are the fast way, not the safe one: what they carry has been stored before, and who must miss nothing reads the events' table
/// from where it stands.
/// </remarks>
public static class EventStreams
{
    public const string Provider = "events";

    public const string Namespace = "tournament-events";

    /// <summary>The stream of a kind of actor.</summary>
    /// <param name="kind">The part of an event's source before the slash.</param>
    public static StreamId Of(string kind) => StreamId.Create(Namespace, kind);

    /// <summary>The kind of actor that an event's source names.</summary>
    public static string KindOf(string source)
    {
        var separator = source.IndexOf('/', StringComparison.Ordinal);
        return separator < 0 ? source : source[..separator];
    }
}
