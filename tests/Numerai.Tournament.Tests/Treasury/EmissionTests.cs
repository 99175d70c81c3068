using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger;
using Numerai.Tournament.Rounds.Schedule;
using Numerai.Tournament.Rounds.Settings;
using Numerai.Tournament.Treasury;

namespace Numerai.Tournament.Tests.Treasury;

public sealed class EmissionTests
{
    private static readonly DateTimeOffset _start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan _week = TimeSpan.FromDays(7);

    private static readonly EmissionSettings _halving = new(
    [
        new EmissionPeriod(_start, _week, Nmr.FromNmr(100), _start.AddDays(21)),
        new EmissionPeriod(_start.AddDays(30), TimeSpan.FromDays(1), Nmr.Parse("0.000000000000000001")),
    ]);

    [Fact]
    public void Each_period_is_due_from_its_beginning_until_just_before_its_end()
    {
        var due = EmissionSchedule.Due(TournamentId.Classic, _halving, _start.AddTicks(-1), _start.AddDays(31)).ToList();

        Assert.Equal([0.0, 7, 14, 30, 31], due.Select(emission => (emission.Due - _start).TotalDays));
        Assert.Equal(Nmr.FromNmr(100), due[2].Amount);
        Assert.Equal("emission/8/2026-01-15T00:00:00.0000000Z", due[2].Transfer);
        Assert.Equal(_start.AddDays(30), EmissionSchedule.Next(TournamentId.Classic, _halving, _start.AddDays(14))?.Due);
        Assert.Null(EmissionSchedule.Next(TournamentId.Classic, new EmissionSettings([_halving.Periods[0]]), _start.AddDays(14)));
    }

    [Property(MaxTest = 200)]
    public Property However_often_and_late_one_looks_each_due_date_is_booked_once_and_the_sum_is_that_of_the_schedule() => Prop.ForAll(
        Gen.Choose(0, 40 * 24).ListOf().ToArbitrary(), hours =>
        {
            var state = TreasuryState.Empty;
            var entries = new List<LedgerEntry>();
            foreach (var hour in hours)
            {
                // Asked from the beginning each time, as after a crash that lost the note of what is issued.
                var due = EmissionSchedule.Due(
                    TournamentId.Classic, _halving, _start.AddTicks(-1), _start.AddHours(hour)).ToImmutableArray();
                var decision = EmissionDecisions.Emit(state, due, _start.AddHours(hour));
                state = decision.Next ?? state;
                entries.AddRange(decision.Events.OfType<LedgerEntryPosted>().Select(posted => posted.Entry));
            }

            var until = hours.Count == 0 ? _start.AddTicks(-1) : _start.AddHours(hours.Max());
            return state.Balance == EmissionSchedule.Sum(_halving, _start.AddTicks(-1), until)
                && state.Balance == state.Minted
                && entries.Select(entry => entry.Transfer).Distinct().Count() == entries.Count
                && entries.Aggregate(Nmr.Zero, (sum, entry) => sum + entry.Amount) == state.Balance;
        });

    [Fact]
    public void A_schedule_never_issues_for_the_time_before_it_was_set()
    {
        var state = ScheduleState.Initial(TournamentId.Classic);
        var now = _start.AddDays(10);
        var set = ScheduleDecisions.ChangeSettings(state, state.Settings with { Version = 2, Emission = _halving }, now).Next!;
        Assert.Equal([14.0], Days(set));

        var other = set.Settings with { Version = 3, Name = "Another name" };
        Assert.Equal([14.0], Days(ScheduleDecisions.ChangeSettings(set, other, now.AddDays(8)).Next!));

        static IEnumerable<double> Days(ScheduleState of) => EmissionSchedule
            .Due(of.Tournament, of.Settings.Emission, of.EmittedUntil, _start.AddDays(20))
                .Select(emission => (emission.Due - _start).TotalDays);
    }

    public static TheoryData<EmissionSettings, string> Unfit() => new()
    {
        { new EmissionSettings([]), "1 to 64 periods" },
        { new EmissionSettings([new EmissionPeriod(_start, _week, Nmr.Zero)]), "emission.periods[0].amount is 0" },
        { new EmissionSettings([new EmissionPeriod(_start, TimeSpan.FromMinutes(59), Nmr.FromNmr(1))]), "emission.periods[0].every is "
            + "00:59:00" },
        { new EmissionSettings([new EmissionPeriod(_start, _week, Nmr.FromNmr(1), _start)]), "not after its beginning" },
        { new EmissionSettings([_halving.Periods[1], _halving.Periods[0]]), "emission.periods[1] follows a period without an end" },
        { new EmissionSettings([_halving.Periods[0], _halving.Periods[0]]), "without overlap" },
        { new EmissionSettings([new EmissionPeriod(default, _week, Nmr.FromNmr(1))]), "years 2000 to 2999" },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public void A_schedule_that_cannot_be_followed_is_refused_with_the_period_and_what_is_wrong(EmissionSettings emission, string part)
    {
        var refusal = SettingsValidation.Check(TournamentDefaults.Of(TournamentId.Classic) with { Emission = emission });

        Assert.Equal(RefusalCodes.InvalidSettings, refusal?.Code);
        Assert.Contains(part, refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_proposal_changes_the_schedule_by_patch()
    {
        var next = SettingsPatch.Apply(
            TournamentDefaults.Of(TournamentId.Classic),
            """{"emission":{"periods":[{"from":"2026-01-01T00:00:00Z","every":"7.00:00:00","amount":"12.5"}]}}""").Require();

        Assert.Equal(new EmissionPeriod(_start, _week, Nmr.Parse("12.5")), Assert.Single(next.Emission!.Periods));
    }

    [Fact]
    public void The_runway_reckons_with_what_schedules_issue()
    {
        // 1 NMR a day is paid and 7 are issued a week for three weeks; then the balance goes.
        var schedule = new EmissionSettings([new EmissionPeriod(_start.AddDays(1), _week, Nmr.FromNmr(7), _start.AddDays(22))]);
        var runway = TreasuryRunways.Of(Nmr.FromNmr(10), [(_start, Nmr.FromNmr(90))], _start, [(schedule, _start)]);
        var lasting = TreasuryRunways.Of(
            Nmr.FromNmr(10),
            [(_start, Nmr.FromNmr(90))],
            _start,
            [(new EmissionSettings([new EmissionPeriod(_start, _week, Nmr.FromNmr(7))]), _start)]);

        Assert.Equal((31L, Nmr.FromNmr(21), false), (runway.DaysLeft, runway.Emission, runway.Lasting));
        Assert.Equal((null, true), (lasting.DaysLeft, lasting.Lasting));
    }
}
