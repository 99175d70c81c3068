namespace Numerai.Client.Diagnostics;

/// <summary>How a score behaved over eras; null where it does not exist, such as a Sharpe ratio without deviation.</summary>
/// <param name="Eras">Eras that count.</param>
/// <param name="Std">Population standard deviation.</param>
/// <param name="Sharpe">Mean over std.</param>
/// <param name="Sortino">Mean over the root mean square of the negative scores.</param>
/// <param name="MaxDrawdown">Largest loss from a peak of the value that grows by each era's score, as a share of the peak.</param>
/// <param name="Autocorrelation">Pearson's correlation of each era with the next.</param>
/// <param name="SharePositive">Share of eras above 0.</param>
public sealed record ScoreSummary(
    int Eras, double? Mean, double? Std, double? Sharpe, double? Sortino, double? MaxDrawdown, double? Autocorrelation,
    double? SharePositive);
