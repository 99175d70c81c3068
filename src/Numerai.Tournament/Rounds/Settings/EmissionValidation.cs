using System.Globalization;
using Numerai.Contracts;
using Numerai.Tournament.Ledger;

namespace Numerai.Tournament.Rounds.Settings;

/// <summary>What is wrong with an emission schedule.</summary>
internal static class EmissionValidation
{
    private static readonly TimeSpan _shortest = TimeSpan.FromHours(1);
    private static readonly TimeSpan _longest = TimeSpan.FromDays(366);
    private static readonly Nmr _largest = Nmr.FromNmr(100_000_000);

    /// <summary>Null when the schedule can be followed, else a sentence about the first period that is off.</summary>
    public static string? Check(EmissionSettings? emission)
    {
        if (emission is null)
        {
            return null;
        }

        if (emission.Periods.IsDefaultOrEmpty || emission.Periods.Length > EmissionSettings.MostPeriods)
        {
            return $"emission.periods has 1 to {EmissionSettings.MostPeriods} periods; leave 'emission' out for none.";
        }

        for (var index = 0; index < emission.Periods.Length; index++)
        {
            var before = index == 0 ? null : emission.Periods[index - 1];
            if (Check(emission.Periods[index], before) is { } wrong)
            {
                return string.Create(CultureInfo.InvariantCulture, $"emission.periods[{index}]{wrong}");
            }
        }

        return null;
    }

    private static string? Check(EmissionPeriod period, EmissionPeriod? before) =>
        period is null ? " is null; it has 'from', 'every' and 'amount'."
        : !period.Amount.IsPositive || period.Amount > _largest
            ? $".amount is {period.Amount}; it lies above 0 and up to {_largest} NMR."
        : period.From.Year is < 2000 or > 2999 || period.Until?.Year > 2999
            ? "'s times lie in the years 2000 to 2999."
        : period.Every < _shortest || period.Every > _longest
            ? $".every is {period.Every:c}; it lies between an hour (01:00:00) and 366 days (366.00:00:00)."
        : period.Until <= period.From
            ? $" ends at {LedgerTime.Write(period.Until.Value)}, which is not after its beginning at {LedgerTime.Write(period.From)}."
        : before is { Until: null } ? " follows a period without an end; only the last period leaves 'until' out."
        : before?.Until > period.From
            ? $" begins at {LedgerTime.Write(period.From)}, before the one before it ends at {LedgerTime.Write(before.Until!.Value)}; "
                + "periods follow one another without overlap."
        : null;
}
