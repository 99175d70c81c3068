namespace Numerai.Tournament.Actors;

/// <summary>
/// An event on its way out. (source actor, sequence) identifies it, so that publishing it twice is told from publishing two.
/// </summary>
public sealed record OutboxEntry(long Sequence, DateTimeOffset Time, TournamentEvent Event);
