using System.Globalization;
using Numerai.Contracts;
using Numerai.Tournament.Ledger;
using Numerai.Tournament.Ledger.Audit;
using Numerai.Tournament.Rounds.Schedule;
using Numerai.Tournament.Treasury;

namespace Numerai.Web.Ledger;

/// <param name="Time">With all seven digits of the second, because the entry's hash is taken over them.</param>
internal sealed record LedgerEntryResponse(
    string Chain,
    long Sequence,
    string Transfer,
    LedgerReason Reason,
    string Debit,
    string Credit,
    Nmr Amount,
    RoundId? Round,
    string Time,
    string Previous,
    string Hash)
{
    public static LedgerEntryResponse Of(LedgerEntry entry) => new(
        entry.Chain,
        entry.Sequence,
        entry.Transfer,
        entry.Reason,
        entry.Debit,
        entry.Credit,
        entry.Amount,
        entry.Round,
        entry.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
        entry.Previous,
        entry.Hash);
}

/// <param name="Emissions">One for each tournament that has a schedule or had one.</param>
internal sealed record TreasuryResponse(
    Nmr Balance,
    IReadOnlyList<RoundStake> Reserved,
    Nmr Minted,
    Nmr Paid,
    Nmr Burned,
    LedgerHead LedgerHead,
    IReadOnlyList<EmissionResponse> Emissions)
{
    public static TreasuryResponse Of(TreasuryView view, IReadOnlyList<ScheduleView> schedules) => new(
        view.Balance,
        [.. view.Reserved.Select(pair => new RoundStake(pair.Key, pair.Value))],
        view.Minted,
        view.Paid,
        view.Burned,
        view.LedgerHead,
        [.. schedules.Select(schedule => EmissionResponse.Of(view, schedule)).OfType<EmissionResponse>()]);
}

/// <summary>What a tournament's schedule has issued into the treasury, and what comes next.</summary>
/// <param name="LastDue">Absent when nothing was issued yet.</param>
/// <param name="NextDue">Absent when the schedule is over, or there is none any more.</param>
internal sealed record EmissionResponse(
    TournamentId Tournament, long Count, Nmr Issued, DateTimeOffset? LastDue, DateTimeOffset? NextDue, Nmr? NextAmount)
{
    public static EmissionResponse? Of(TreasuryView view, ScheduleView schedule)
    {
        var total = view.Emissions.GetValueOrDefault(schedule.Tournament.Number);
        var next = EmissionSchedule.Next(schedule.Tournament, schedule.Settings.Emission, schedule.EmittedUntil);
        return total is null && next is null
            ? null
            : new EmissionResponse(
                schedule.Tournament, total?.Count ?? 0, total?.Amount ?? Nmr.Zero, total?.LastDue, next?.Due, next?.Amount);
    }
}

/// <param name="Holds">Nothing was made or lost, and actors and ledger agree.</param>
/// <param name="Difference">Issued minus everything else.</param>
/// <param name="Gaps">Ledger accounts whose balance is not what its actor holds.</param>
/// <param name="Settling">Rounds being settled; the treasury is compared when there are none.</param>
internal sealed record ConservationResponse(
    bool Holds,
    Nmr Issued,
    Nmr Wallets,
    Nmr Stakes,
    Nmr Pending,
    Nmr Agreements,
    Nmr Treasury,
    Nmr Burned,
    Nmr Difference,
    IReadOnlyList<ConservationGap> Gaps,
    IReadOnlyList<RoundId> Settling)
{
    public static ConservationResponse Of(ConservationReport report) => new(
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
}
