using System.Collections.Immutable;
using Numerai.Contracts;

namespace Numerai.Simulations.Staking;

/// <summary>What an account wants.</summary>
/// <param name="Targets">Active stake of each model, in the account's order; it is reached as far as the wallet allows.</param>
/// <param name="Deposit">NMR brought in first.</param>
/// <param name="Withdraw">NMR taken out of the wallet at the end, as far as it is there.</param>
public sealed record StakePlan(ImmutableArray<Nmr> Targets, Nmr Deposit, Nmr Withdraw);
