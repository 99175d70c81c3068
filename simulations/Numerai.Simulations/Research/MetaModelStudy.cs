namespace Numerai.Simulations.Research;

/// <summary>Ways to combine the submissions, compared era by era.</summary>
/// <param name="BestModel">The single model with the best mean CORR over all rounds, chosen in hindsight.</param>
/// <param name="Combinations">The stake-weighted meta model first.</param>
/// <param name="BestVariant">The variant with the best Sharpe.</param>
/// <param name="DeflatedSharpe">Probability that its Sharpe is more than the luck of choosing among so many.</param>
/// <param name="OverfittingProbability">Probability that the variant that is best in one half of the eras is below the median in the
/// other.</param>
public sealed record MetaModelStudy(
    string BestModel, IReadOnlyList<CombinationRow> Combinations, string BestVariant, double DeflatedSharpe, double OverfittingProbability);

/// <summary>One way to combine submissions; scores are CORR by era.</summary>
/// <param name="Difference">Mean less the stake-weighted meta model's, paired by era.</param>
/// <param name="MaximumDrawdown">Largest loss from a peak of a value that grows by each era's score.</param>
public sealed record CombinationRow(
    string Name, Interval Mean, double Deviation, Interval Sharpe, double MaximumDrawdown, double SharePositive, Interval Difference,
    double[] Eras);
