namespace Numerai.Contracts;

/// <summary>One stake over several models of an account in one tournament, divided by weights.</summary>
/// <param name="Stake">The active stakes of its models.</param>
/// <param name="Moving">On its way from model to model; it earns nothing and can still burn.</param>
/// <param name="Returning">Pending releases that go to the wallet.</param>
/// <param name="Set">When it got its weights.</param>
public sealed record Portfolio(
    TournamentId Tournament, Nmr Stake, Nmr Moving, Nmr Returning, DateTimeOffset Set, IReadOnlyList<PortfolioModel> Models);
