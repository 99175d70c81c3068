using Numerai.Simulations.Research;

namespace Numerai.Simulations.Economy;

/// <summary>What attackers did, by comparison with the same scenario and seed without them. Amounts in NMR.</summary>
/// <param name="AttackProfit">What the attackers gained.</param>
/// <param name="AttackReturn">Over what they deposited.</param>
/// <param name="OthersProfitWith">Profit of all others, attacked.</param>
/// <param name="OthersProfitWithout">Profit of all others, left alone.</param>
/// <param name="MetaModelWith">Mean CORR of the meta model, attacked.</param>
/// <param name="MetaModelWithout">Mean CORR of the meta model, left alone.</param>
/// <param name="MetaModelDamage">The difference, paired by round; negative is damage.</param>
public sealed record CounterfactualSummary(
    double AttackProfit,
    double AttackReturn,
    double OthersProfitWith,
    double OthersProfitWithout,
    double TreasuryWith,
    double TreasuryWithout,
    double MetaModelWith,
    double MetaModelWithout,
    Interval MetaModelDamage);
