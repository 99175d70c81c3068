namespace Numerai.Contracts;

/// <summary>Changes an account's portfolio in a tournament.</summary>
/// <param name="CommandId">The same id again changes nothing.</param>
/// <param name="Amount">NMR as a decimal, of an increase or a decrease.</param>
/// <param name="Weights">Of a new set; an empty list ends the portfolio.</param>
/// <param name="Tournament">Null for the default one.</param>
public sealed record PortfolioRequest(
    PortfolioChangeType Type,
    string CommandId,
    string? Amount = null,
    IReadOnlyList<PortfolioWeight>? Weights = null,
    int? Tournament = null);
