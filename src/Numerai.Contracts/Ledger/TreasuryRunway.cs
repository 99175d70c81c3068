namespace Numerai.Contracts;

/// <summary>How long the treasury lasts when rounds go on paying as they did and schedules issue what they say.</summary>
/// <param name="WindowDays">Days looked back.</param>
/// <param name="Rounds">Rounds resolved within them.</param>
/// <param name="Paid">What those rounds paid.</param>
/// <param name="Emission">What schedules issue in as many days from now on.</param>
/// <param name="Lasting">Whether emission carries it for more than a hundred years, where the reckoning ends.</param>
/// <param name="DaysLeft">Whole days the balance lasts; null when nothing was paid, and when it is lasting.</param>
public sealed record TreasuryRunway(
    Nmr Balance, int WindowDays, int Rounds, Nmr Paid, long? DaysLeft, Nmr Emission, bool Lasting);
