using Numerai.Tournament.Money;

namespace Numerai.Tournament.Treasury;

/// <summary>How long the treasury lasts when rounds go on paying as they did. Burns do not come back to it, so only payouts count.</summary>
/// <param name="Balance">What is not reserved.</param>
/// <param name="WindowDays">Days looked back.</param>
/// <param name="Rounds">Rounds resolved within them.</param>
/// <param name="Paid">What those rounds paid.</param>
/// <param name="DaysLeft">Whole days the balance lasts; null when nothing was paid, so there is nothing to reckon with.</param>
public sealed record TreasuryRunway(Nmr Balance, int WindowDays, int Rounds, Nmr Paid, long? DaysLeft)
{
    public const int DefaultWindowDays = 90;

    /// <param name="balance">Of the treasury.</param>
    /// <param name="payments">What each round paid and when it was due to resolve.</param>
    /// <param name="now">The end of the window.</param>
    public static TreasuryRunway Of(Nmr balance, IEnumerable<(DateTimeOffset Time, Nmr Paid)> payments, DateTimeOffset now)
    {
        var from = now.AddDays(-DefaultWindowDays);
        var within = payments.Where(payment => payment.Time > from && payment.Time <= now).ToList();
        var paid = within.Aggregate(Nmr.Zero, (sum, payment) => sum + payment.Paid);
        return new TreasuryRunway(
            balance, DefaultWindowDays, within.Count, paid, paid.IsZero ? null : (long)(balance.Wei * DefaultWindowDays / paid.Wei));
    }
}
