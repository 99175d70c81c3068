namespace Numerai.Client.Ledger;

/// <summary>How long the treasury lasts when rounds go on paying as they did.</summary>
/// <param name="WindowDays">Days looked back.</param>
/// <param name="Rounds">Rounds resolved within them.</param>
/// <param name="Paid">What those rounds paid.</param>
/// <param name="DaysLeft">Whole days the balance lasts; null when nothing was paid.</param>
public sealed record TreasuryRunway(NmrAmount Balance, int WindowDays, int Rounds, NmrAmount Paid, long? DaysLeft);
