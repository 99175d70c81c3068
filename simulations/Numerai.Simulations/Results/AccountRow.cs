using Numerai.Contracts;

namespace Numerai.Simulations.Results;

/// <summary>What one account came to at the end.</summary>
/// <param name="Holds">Wallet, active stakes and pending releases.</param>
/// <param name="Arrival">Round it came with.</param>
/// <param name="LeftAt">Round it decided to leave in, 0 when it stayed.</param>
public sealed record AccountRow(
    string Name, string Population, string Archetype, bool Attack, int Arrival, int LeftAt, Nmr Deposited, Nmr Withdrawn, Nmr Holds)
{
    /// <summary>What the tournament has given (or taken) in all.</summary>
    public Nmr Profit => Holds + Withdrawn - Deposited;
}
