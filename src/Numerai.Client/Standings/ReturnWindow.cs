using Numerai.Contracts;

namespace Numerai.Client.Standings;

/// <param name="Earned">Payouts less burns.</param>
/// <param name="Percent">That over the mean stake at risk, in per cent; null when nothing was at risk.</param>
public sealed record ReturnWindow(Nmr Earned, double? Percent);
