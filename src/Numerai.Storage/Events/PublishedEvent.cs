using Numerai.Tournament.Actors;

namespace Numerai.Storage.Events;

/// <summary>An event as subscribers see it.</summary>
/// <param name="Position">Its place in the order in which all events were applied, 1 first; a subscriber goes on after the last one it has
/// seen.</param>
/// <param name="Source">The actor that it came from, such as "round/8/123".</param>
public sealed record PublishedEvent(long Position, string Source, long Sequence, DateTimeOffset Time, TournamentEvent Event);
