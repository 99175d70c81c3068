namespace Numerai.Data.Releases;

/// <summary>A feature's correlation with the main target, era by era over the training eras.</summary>
/// <param name="TargetCorrelationMean">Mean of the per-era Pearson correlations.</param>
/// <param name="TargetCorrelationDeviation">Their population standard deviation.</param>
/// <param name="TargetCorrelationSharpe">Mean over deviation; 0 when the deviation is 0.</param>
/// <param name="TargetCorrelationWorst">The lowest of them after turning the feature so that the mean is positive.</param>
public sealed record FeatureStatistics(
    double TargetCorrelationMean, double TargetCorrelationDeviation, double TargetCorrelationSharpe, double TargetCorrelationWorst);
