using Numerai.Simulations.Scenarios;

namespace Numerai.Simulations.Agents;

/// <summary>Who an agent predicts for.</summary>
/// <param name="Seed">The agent's own randomness.</param>
/// <param name="RingSeed">Randomness shared by all members of its ring.</param>
/// <param name="Account">Place of the account in its population, from 0.</param>
/// <param name="Model">Place of the model in its account, from 0.</param>
/// <param name="Options">Parameters of the archetype.</param>
public sealed record AgentSeat(int Seed, int RingSeed, int Account, int Model, AgentScenario Options);
