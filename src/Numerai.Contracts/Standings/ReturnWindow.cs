namespace Numerai.Contracts;

/// <summary>What stakes earned over some time.</summary>
/// <param name="Earned">Payouts less burns of the rounds that resolved in it.</param>
/// <param name="Percent">That over the mean stake at risk in those rounds, in per cent; null when nothing was at risk.</param>
public sealed record ReturnWindow(Nmr Earned, double? Percent);
