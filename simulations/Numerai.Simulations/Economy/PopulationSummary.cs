using Numerai.Simulations.Research;

namespace Numerai.Simulations.Economy;

/// <summary>What a population came to. Amounts in NMR.</summary>
/// <param name="Return">Profit over what was deposited.</param>
/// <param name="Contribution">CORR of the meta model less CORR without this population, mean over rounds in which it had a stake.</param>
/// <param name="Left">Accounts that left.</param>
public sealed record PopulationSummary(
    string Name,
    string Archetype,
    bool Attack,
    int Accounts,
    int Left,
    int Models,
    double Corr,
    double Mmc,
    double Fnc,
    double Multiplier,
    double Deposited,
    double Withdrawn,
    double Holds,
    double Profit,
    double Return,
    Interval Contribution);
