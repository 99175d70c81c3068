using System.Collections.Immutable;
using Numerai.Contracts;

namespace Numerai.Tournament.Accounts;

/// <summary>One stake over several models of an account in one tournament, divided by weights.</summary>
/// <param name="Weights">By model, in the order of their ids; the only models whose stake is the portfolio's.</param>
public sealed record Portfolio(TournamentId Tournament, DateTimeOffset Set, ImmutableArray<PortfolioWeight> Weights);
