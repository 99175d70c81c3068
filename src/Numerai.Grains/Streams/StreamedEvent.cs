using Numerai.Tournament.Actors;

namespace Numerai.Grains.Streams;

/// <summary>An event as the streams carry it.</summary>
/// <param name="Source">The actor it is of, such as "round/8/123".</param>
/// <param name="Sequence">Its place among the events of its source; an event may be seen more than once.</param>
/// <param name="Time">When it happened.</param>
/// <param name="Event">What happened.</param>
[GenerateSerializer]
[Alias("numerai.streamed-event")]
public sealed record StreamedEvent(
    [property: Id(0)] string Source,
    [property: Id(1)] long Sequence,
    [property: Id(2)] DateTimeOffset Time,
    [property: Id(3)] TournamentEvent Event);
