using Numerai.Contracts;
using Numerai.Simulations.Stores;
using Numerai.Tournament.Actors.Clocks;

namespace Numerai.Simulations.Hosting;

/// <summary>What the actors of one simulation stand on.</summary>
/// <param name="Stores">Filled from a checkpoint, or empty; they outlive the host.</param>
/// <param name="Clock">Stands still until the host advances it.</param>
/// <param name="Tournament">The tournament whose schedule is ticked.</param>
/// <param name="Crowd">Number of accounts and models.</param>
/// <param name="Seed">Of the order of turns, where a host has a seeded one.</param>
public sealed record ActorHostSetup(SimulationStores Stores, VirtualClock Clock, TournamentId Tournament, int Crowd, int Seed);
