using Numerai.Contracts;
using Numerai.Tournament.Ledger.Audit;
using Numerai.Tournament.Rounds.Schedule;
using Numerai.Tournament.Treasury;

namespace Numerai.Web.Ledger;

internal static class TreasuryAnswers
{
    public static TreasuryBalance Answer(this TreasuryView view, IReadOnlyList<ScheduleView> schedules) => new(
        view.Balance,
        [.. view.Reserved.Select(pair => new RoundStake(pair.Key, pair.Value))],
        view.Minted,
        view.Paid,
        view.Burned,
        view.LedgerHead,
        [.. schedules.Select(schedule => Emission(view, schedule)).OfType<TreasuryEmission>()]);

    public static Conservation Answer(this ConservationReport report) => new(
        report.Holds,
        report.Issued,
        report.Wallets,
        report.ActiveStakes,
        report.PendingReleases,
        report.Agreements,
        report.Treasury,
        report.Burned,
        report.Difference,
        report.Gaps,
        report.Settling);

    private static TreasuryEmission? Emission(TreasuryView view, ScheduleView schedule)
    {
        var total = view.Emissions.GetValueOrDefault(schedule.Tournament.Number);
        var next = EmissionSchedule.Next(schedule.Tournament, schedule.Settings.Emission, schedule.EmittedUntil);
        return total is null && next is null
            ? null
            : new TreasuryEmission(
                schedule.Tournament, total?.Count ?? 0, total?.Amount ?? Nmr.Zero, total?.LastDue, next?.Due, next?.Amount);
    }
}
