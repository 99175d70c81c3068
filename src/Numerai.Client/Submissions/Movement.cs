namespace Numerai.Client.Submissions;

/// <summary>How far a submission moved from those its model had in the days before.</summary>
/// <param name="Churn">One minus Spearman's correlation, the largest over the earlier submissions: 0 to 2.</param>
/// <param name="Turnover">Half the change of the portfolio weights, the largest likewise: 0 to 1.</param>
/// <param name="Compared">Earlier submissions it was compared with; with none, churn and turnover are 1.</param>
/// <param name="WithinLimits">Whether the model's stake is at risk.</param>
public sealed record Movement(double Churn, double Turnover, int Compared, bool WithinLimits);
