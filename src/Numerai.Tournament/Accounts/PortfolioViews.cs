using System.Collections.Immutable;
using Numerai.Contracts;

namespace Numerai.Tournament.Accounts;

/// <param name="Stake">The active stakes of its models.</param>
/// <param name="Moving">On its way from model to model; it earns nothing and can still burn.</param>
/// <param name="Returning">Pending releases that go to the wallet.</param>
/// <param name="Set">When it got its weights.</param>
public sealed record PortfolioView(
    TournamentId Tournament, Nmr Stake, Nmr Moving, Nmr Returning, DateTimeOffset Set, ImmutableArray<PortfolioModelView> Models);

/// <param name="Target">What it should have by its weight.</param>
/// <param name="Leaving">Of its pending releases those that go to other models of the portfolio.</param>
public sealed record PortfolioModelView(ModelId Model, string Name, decimal Weight, Nmr Target, Nmr Active, Nmr Leaving);

/// <param name="Status">"done", or "pending" when part of the amount, or of the way to the weights, waits for rounds to resolve.</param>
/// <param name="Amount">What went in or out; zero when weights were set.</param>
/// <param name="WaitsFor">The rounds that releases of this portfolio wait for.</param>
public sealed record PortfolioChangeView(
    TournamentId Tournament,
    PortfolioChangeType Type,
    string Status,
    Nmr Amount,
    Nmr Wallet,
    ImmutableArray<RoundId> WaitsFor,
    PortfolioView? Portfolio);
