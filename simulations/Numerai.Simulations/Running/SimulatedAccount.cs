using Numerai.Contracts;
using Numerai.Simulations.Scenarios;

namespace Numerai.Simulations.Running;

/// <summary>One person with an account.</summary>
internal sealed class SimulatedAccount(
    int number, PopulationScenario population, string name, AccountId id, int seed, int arrival, Nmr firstDeposit,
    IReadOnlyList<SimulatedModel> models)
{
    /// <summary>Place among all accounts of the simulation.</summary>
    public int Number { get; } = number;

    public PopulationScenario Population { get; } = population;

    public string Name { get; } = name;

    public AccountId Id { get; } = id;

    public int Seed { get; } = seed;

    /// <summary>Round before whose opening the account registers.</summary>
    public int Arrival { get; } = arrival;

    public Nmr FirstDeposit { get; } = firstDeposit;

    public IReadOnlyList<SimulatedModel> Models { get; } = models;

    public bool Arrived { get; set; }

    /// <summary>Round in which it decided to leave, 0 while it stays.</summary>
    public int LeftAt { get; set; }

    public Nmr Deposited { get; set; }

    public Nmr Withdrawn { get; set; }

    public bool Active => Arrived && LeftAt == 0;
}
