namespace Numerai.Contracts;

/// <summary>The answer to a portfolio command.</summary>
/// <param name="Status">"done", or "pending" when part of the amount, or of the way to the weights, waits for rounds to resolve.</param>
/// <param name="Amount">What went in or out.</param>
/// <param name="WaitsFor">Rounds, such as "8/123", that releases of its models wait for.</param>
/// <param name="Portfolio">As it is afterwards; null when it has ended.</param>
public sealed record PortfolioChange(
    TournamentId Tournament,
    PortfolioChangeType Type,
    string Status,
    Nmr Amount,
    Nmr Wallet,
    IReadOnlyList<RoundId> WaitsFor,
    Portfolio? Portfolio = null);
