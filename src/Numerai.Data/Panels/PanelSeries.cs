namespace Numerai.Data.Panels;

/// <summary>What files of prices hold, before it is checked.</summary>
/// <param name="Close">Security by security, NaN where a day is missing.</param>
/// <param name="DollarVolume">The same, in units.</param>
/// <param name="Sectors">Null when they stand in a file of their own.</param>
internal sealed record PanelSeries(DateOnly[] Dates, string[] Securities, double[] Close, double[] DollarVolume, string[]? Sectors);
