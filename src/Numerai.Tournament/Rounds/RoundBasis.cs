using Numerai.Tournament.Ports;
using Numerai.Tournament.Universes;

namespace Numerai.Tournament.Rounds;

/// <summary>What a round took from the published universe it stands on.</summary>
/// <param name="Date">The universe's day.</param>
/// <param name="Aliases">See <see cref="AliasTable"/>; null without other kinds of id.</param>
public sealed record RoundBasis(DateOnly Date, ObjectReference? Aliases, PortfolioReferences Portfolio);
