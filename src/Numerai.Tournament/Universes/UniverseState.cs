namespace Numerai.Tournament.Universes;

/// <summary>All that is stored of a universe: what was published. Its numbers are stored objects.</summary>
public sealed record UniverseState(UniverseView Published);
