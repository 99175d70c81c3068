namespace Numerai.Charts;

/// <summary>One line of a chart; NaN leaves a gap.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y);
