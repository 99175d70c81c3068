namespace Numerai.Contracts;

/// <summary>
/// How far a submission moved from those its model had selected in the days before, told at upload and applied at the close.
/// </summary>
/// <param name="Churn">One minus Spearman's correlation, the largest over the earlier submissions: 0 (same order) to 2. 1 without
/// any.</param>
/// <param name="Turnover">Half the change of the portfolio weights, the largest likewise: 0 to 1. 1 without any.</param>
/// <param name="Compared">Earlier submissions it was compared with.</param>
/// <param name="WithinLimits">Whether the stake is at risk: both lie below the round's limits.</param>
public sealed record Movement(double Churn, double Turnover, int Compared, bool WithinLimits);
