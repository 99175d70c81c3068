using Numerai.Contracts;

namespace Numerai.Simulations.Backtests;

/// <summary>One round of a backtest.</summary>
/// <param name="MetaModel">CORR of the stake-weighted meta model; NaN when nobody staked.</param>
/// <param name="Treasury">What is left in it afterwards.</param>
/// <param name="Gini">Of the stakes at risk by account.</param>
public sealed record BacktestRound(int Round, double MetaModel, Nmr AtRisk, Nmr Paid, Nmr Burned, Nmr Treasury, double Gini);
