using System.Text.Json.Nodes;
using Numerai.Contracts;
using Numerai.Simulations.Scenarios;

namespace Numerai.Simulations.Backtests;

/// <summary>What is to be played.</summary>
/// <param name="Scenario">Market, people, rounds and seed. Its own payout settings are replaced by those of
/// <paramref name="Settings"/>.</param>
/// <param name="Settings">The tournament's settings before the change.</param>
/// <param name="Patch">The change of them.</param>
public sealed record BacktestPlan(Scenario Scenario, TournamentSettings Settings, JsonObject Patch);
