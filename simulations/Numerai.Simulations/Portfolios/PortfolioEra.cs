using Numerai.Simulations.Markets;

namespace Numerai.Simulations.Portfolios;

/// <summary>What a portfolio of one round is made of.</summary>
/// <param name="Round">Round number.</param>
/// <param name="Signal">The meta model, one value a security; null when nobody staked.</param>
/// <param name="Securities">The securities, aligned to the signal.</param>
public sealed record PortfolioEra(int Round, double[]? Signal, MarketSecurities Securities);
