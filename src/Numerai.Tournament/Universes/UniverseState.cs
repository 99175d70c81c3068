namespace Numerai.Tournament.Universes;

/// <summary>All that is stored of a universe: what was published. Its numbers are stored objects.</summary>
/// <param name="Published">What there is.</param>
/// <param name="Round">The first round that stands on it, from when on it can't change; null while there is none.</param>
public sealed record UniverseState(UniverseView Published, int? Round = null);
